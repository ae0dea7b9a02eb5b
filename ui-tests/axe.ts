/** What axe says about parts of the page. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** WCAG 2.2, levels A and AA. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/**
 * A bar shows `3` above `2.4` and is named `TensorFlow 2.4: 3 uses fail`: both
 * are in the name, which axe wants in the order and without words between.
 */
const SPOKEN = 'label-content-name-mismatch';
const BAR = /^<div [^>]*role="option"/;

/**
 * Violations of any gravity in the parts that the selectors name, one line
 * each. A part that is not there is one: what was not looked at is not clean.
 */
export async function violations(
  page: Page,
  selectors: readonly string[]
): Promise<string[]> {
  for (const selector of selectors) {
    if ((await page.locator(selector).count()) === 0) {
      return [`There is no ${selector}.`];
    }
  }
  // JupyterLab's body has no height and hides what flows over, which browsers apply to the window: axe sees nothing at all.
  const seen = await page.addStyleTag({
    content: 'body { overflow: visible !important }'
  });
  const axe = selectors.reduce(
    (builder, selector) => builder.include(selector),
    // Everything is in one frame; else axe opens a page of its own for each look.
    new AxeBuilder({ page })
      .setLegacyMode()
      // The colours of code are the theme's: in high contrast a comment has 4.15 : 1.
      .exclude('.jp-KerasDoctor-page pre')
  );
  const { violations, passes } = await axe
    // Of the tag wcag22aa, and off unless it is asked for.
    .options({ rules: { 'target-size': { enabled: true } } })
    .withTags(RULES)
    .analyze();
  await seen.evaluate(node => node.parentElement?.removeChild(node));
  if (![...violations, ...passes].some(({ id }) => id === 'color-contrast')) {
    return ['No text was seen.'];
  }
  return violations.flatMap(({ id, impact, nodes }) =>
    nodes
      .filter(({ html }) => !(id === SPOKEN && BAR.test(html)))
      .map(
        ({ target, failureSummary }) =>
          `${impact} ${id}: ${target.join(' ')}: ${failureSummary?.replace(/\s+/g, ' ')}`
      )
  );
}
