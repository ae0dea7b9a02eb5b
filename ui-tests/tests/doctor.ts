/** Keras Doctor as a person meets it: the panel, the badges, the underlines. */
import { expect, type Locator, type Page } from '@playwright/test';

import type { OpenNotebook, Output } from '../notebook';

/** One finding as the panel shows it. */
export interface ShownFinding {
  /** Position of the cell in the notebook, from 0. */
  readonly cell: number;
  readonly line: number;
  readonly severity: string;
  readonly name: string;
}

/** What is needed of a page; Galata's pages have it too. */
type Seen = Pick<
  Page,
  'evaluate' | 'getByRole' | 'getByText' | 'locator' | 'mouse'
>;

export class Doctor {
  constructor(readonly page: Seen) {}

  get panel(): Locator {
    return this.page.getByRole('region', { name: 'Keras Doctor' });
  }

  /** A part of the panel under its heading. */
  section(name: 'Environment' | 'Findings' | 'Repair' | 'Releases'): Locator {
    return this.panel.getByRole('region', { name });
  }

  /** What stands beside a label such as `TensorFlow`. */
  row(label: string): Locator {
    return this.section('Environment')
      .locator('dl > div')
      .filter({ has: this.page.getByText(label, { exact: true }) })
      .locator('dd');
  }

  /** Makes the panel this wide, in pixels, or as narrow as JupyterLab lets it be. */
  async widen(width: number): Promise<void> {
    const handle = this.page
      .locator('#jp-main-split-panel > .lm-SplitPanel-handle')
      .and(this.page.locator(':not(.lm-mod-hidden)'))
      .last();
    const from = await handle.boundingBox();
    const has = await this.panel.boundingBox();
    if (!from || !has) {
      throw new Error('The panel has no handle.');
    }
    const y = from.y + 300;
    await this.page.mouse.move(from.x + 1, y);
    await this.page.mouse.down();
    await this.page.mouse.move(from.x + 1 + has.width - width, y, { steps: 4 });
    await this.page.mouse.up();
  }

  get badges(): Locator {
    return this.page.locator('.jp-KerasDoctor-badge');
  }

  get underlines(): Locator {
    return this.page.locator('.jp-KerasDoctor-mark');
  }

  /** Opens the panel as the button in the notebook's toolbar does. */
  async open(): Promise<void> {
    await this.page.evaluate(() =>
      window.jupyterapp.commands.execute('keras-doctor:show-panel')
    );
    await expect(this.panel).toBeVisible();
  }

  /** Waits until the notebook was judged against this release. */
  async judged(tensorflow: RegExp): Promise<void> {
    await expect(this.row('TensorFlow')).toContainText(tensorflow, {
      timeout: 60_000
    });
  }

  /** All findings in the panel. */
  async findings(): Promise<ShownFinding[]> {
    const groups = this.section('Findings').locator('.jp-KerasDoctor-group');
    const shown: ShownFinding[] = [];
    for (const group of await groups.all()) {
      const heading = await group.getByRole('heading').innerText();
      const cell = Number(/^Cell (\d+)/.exec(heading.trim())?.[1]) - 1;
      for (const item of await group.getByRole('listitem').all()) {
        const place = await item.getByRole('button').first().innerText();
        shown.push({
          cell,
          line: Number(/line (\d+)/.exec(place)?.[1]),
          name: place.replace(/\s*line \d+\s*$/, ''),
          severity: String(
            await item.getByRole('img').first().getAttribute('aria-label')
          )
        });
      }
    }
    return shown;
  }
}

/** Where a cell failed: the line of the last frame in the cell itself, or null where it ran. */
export function failedLine(outputs: readonly Output[]): number | null {
  const error = outputs.find(output => output.output_type === 'error');
  if (!error) {
    return null;
  }
  const { traceback } = error as Output & { traceback: readonly string[] };
  const text = traceback.join('\n').replace(/\u001b\[[0-9;]*m/g, '');
  const arrow = /^-+> (\d+)/m.exec(text);
  return arrow ? Number(arrow[1]) : 1;
}

/** Runs every code cell by itself, and says where each that raised failed: `cell:line`. */
export async function failures(notebook: OpenNotebook): Promise<string[]> {
  const failed: string[] = [];
  for (const [index, cell] of (await notebook.cells()).entries()) {
    if (cell.cell_type !== 'code' || cell.metadata.jupyterlab_keras_doctor) {
      continue;
    }
    const line = failedLine(await notebook.run(index));
    if (line !== null) {
      failed.push(`${index}:${line}`);
    }
  }
  return failed;
}
