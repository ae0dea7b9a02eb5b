/** The texts of the pages that ship with the extension, by name: `rules/missing-symbol`, `silencing`. */

export type PageTexts = ReadonlyMap<string, string>;

/** Loads them; they are in a file of their own, which nobody needs before the first question. */
export type PageSource = () => Promise<PageTexts>;

/**
 * @param load Gives the module of the JSON file.
 * @throws where the file is not there, or is no object of texts.
 */
export function pageSource(
  load: () => Promise<{ readonly default: unknown }>
): PageSource {
  return async () => {
    const { default: json } = await load();
    if (typeof json !== 'object' || json === null) {
      throw new Error('The pages cannot be read.');
    }
    const texts = new Map<string, string>();
    for (const [name, text] of Object.entries(json)) {
      if (typeof text === 'string') {
        texts.set(name, text);
      }
    }
    return texts;
  };
}

/** Name of a rule's page. */
export function rulePage(rule: string): string {
  return `rules/${rule}`;
}

/** The page that a relative link of another one leads to: `../silencing.md` on `rules/x` is `silencing`; null for other links. */
export function linkedPage(link: string, from: string): string | null {
  if (!/^[\w./-]+\.md(?:#.*)?$/.test(link) || link.startsWith('/')) {
    return null;
  }
  const path = from.split('/').slice(0, -1);
  for (const part of link.replace(/\.md(?:#.*)?$/, '').split('/')) {
    if (part === '..') {
      path.pop();
    } else if (part !== '.') {
      path.push(part);
    }
  }
  return path.join('/');
}
