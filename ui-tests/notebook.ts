/** One open notebook on a real kernel, seen through JupyterLab's own objects; in every release that is supported. */
import { readFileSync } from 'node:fs';
import type { NotebookPanel } from '@jupyterlab/notebook';
import { expect, type Page } from '@playwright/test';

import { hasKernel } from './kernels';

export interface Output {
  readonly output_type: string;
  readonly name?: string;
  readonly text?: string;
  /** Name and message of the exception, where the output is one. */
  readonly ename?: string;
  readonly evalue?: string;
  readonly data?: Readonly<Record<string, string>>;
}

export interface SavedCell {
  readonly id: string;
  readonly cell_type: string;
  readonly source: string;
  readonly execution_count?: number | null;
  readonly outputs?: readonly Output[];
  readonly metadata: Readonly<Record<string, unknown>>;
}

declare global {
  interface Window {
    /** The open notebook of a path, by `OpenNotebook.open`. */
    notebookAt(path: string): NotebookPanel;
  }
}

/** Cells' sources: code, or markdown where it says so. */
export type NewCell = string | { readonly markdown: string };

export interface OpenOptions {
  readonly kernel: string;
  /** A file of this machine to open a copy of, or the sources of new cells. */
  readonly content: { readonly file: string } | readonly NewCell[];
  /** Path on the server. */
  readonly path?: string;
}

/** The exception that a cell ended with, as `Name: message`, or null. */
export function raised(outputs: readonly Output[]): string | null {
  const error = outputs.find(output => output.output_type === 'error');
  return error ? `${error.ename}: ${error.evalue}` : null;
}

interface Document {
  cells: unknown[];
  metadata: Record<string, unknown>;
  nbformat: number;
  nbformat_minor: number;
}

function document(content: OpenOptions['content']): Document {
  if ('file' in content) {
    return JSON.parse(readFileSync(content.file, 'utf8')) as Document;
  }
  const cells = content.map((cell, index) => {
    const common = { id: `cell-${index}`, metadata: {} };
    return typeof cell === 'string'
      ? {
          ...common,
          cell_type: 'code',
          source: cell,
          outputs: [],
          execution_count: null
        }
      : { ...common, cell_type: 'markdown', source: cell.markdown };
  });
  return { cells, metadata: {}, nbformat: 4, nbformat_minor: 5 };
}

/** Saves a new notebook on the server; returns its path. */
async function create(page: Page, options: OpenOptions): Promise<string> {
  if (!hasKernel(options.kernel)) {
    throw new Error(
      `There is no kernel ${options.kernel} on this machine; see the end of "make test".`
    );
  }
  const path = options.path ?? `notebook-${Date.now()}.ipynb`;
  const saved = document(options.content);
  saved.metadata.kernelspec = {
    name: options.kernel,
    display_name: options.kernel,
    language: 'python'
  };
  const answer = await page.request.put(`/api/contents/${path}`, {
    data: { type: 'notebook', format: 'json', content: saved }
  });
  expect(answer.ok()).toBe(true);
  return path;
}

export class OpenNotebook {
  private constructor(
    readonly page: Page,
    readonly path: string
  ) {}

  /** Opens a notebook in the JupyterLab of the page, and waits until its kernel is ready. */
  static async open(page: Page, options: OpenOptions): Promise<OpenNotebook> {
    const path = await create(page, options);
    await page.waitForFunction(() => 'jupyterapp' in window);
    await page.evaluate(async path => {
      // Before that, some plugin's commands may not be there yet.
      await window.jupyterapp.started;
      await window.jupyterapp.restored;
      await window.jupyterapp.commands.execute('docmanager:open', {
        path,
        factory: 'Notebook'
      });
    }, path);
    return OpenNotebook.ready(page, path, options.kernel);
  }

  /** Goes to the page that Notebook 7 has for this one notebook. */
  static async visit(page: Page, options: OpenOptions): Promise<OpenNotebook> {
    const path = await create(page, options);
    await page.goto(`/notebooks/${path}`);
    await page.waitForFunction(() => 'jupyterapp' in window);
    await page.evaluate(async () => {
      await window.jupyterapp.started;
      await window.jupyterapp.restored;
    });
    return OpenNotebook.ready(page, path, options.kernel);
  }

  /** One that is open already, or about to be: waits until its kernel is ready. */
  static async ready(
    page: Page,
    path: string,
    kernel: string
  ): Promise<OpenNotebook> {
    await page.locator('.jp-Notebook >> visible=true').first().waitFor();
    await page.evaluate(async path => {
      window.notebookAt = path => {
        for (const widget of window.jupyterapp.shell.widgets('main')) {
          const panel = widget as NotebookPanel;
          if (panel.context?.path === path) {
            return panel;
          }
        }
        throw new Error(`${path} is not open`);
      };
      await window.notebookAt(path).sessionContext.ready;
    }, path);
    const notebook = new OpenNotebook(page, path);
    await notebook.idle();
    expect(await notebook.kernelName()).toBe(kernel);
    return notebook;
  }

  /** All cells as they would be saved now. */
  async cells(): Promise<SavedCell[]> {
    const saved = await this.page.evaluate(
      path =>
        window.notebookAt(path).context.model.toJSON() as unknown as {
          cells: SavedCell[];
        },
      this.path
    );
    return saved.cells;
  }

  /** Runs a cell to its end, as Ctrl+Enter does, and gives what it printed or raised. */
  async run(index: number): Promise<readonly Output[]> {
    await this.page.evaluate(
      async ({ path, index }) => {
        window.notebookAt(path).content.activeCellIndex = index;
        await window.jupyterapp.commands.execute('notebook:run-cell');
      },
      { path: this.path, index }
    );
    return (await this.cells())[index].outputs ?? [];
  }

  /** Brings a cell into view, so that it is in the page in every windowing mode. */
  async show(index: number): Promise<void> {
    await this.page.evaluate(
      ({ path, index }) =>
        window.notebookAt(path).content.scrollToItem(index, 'center'),
      { path: this.path, index }
    );
  }

  /** A JupyterLab command, on this notebook where it is the current one. */
  async command(
    id: string,
    args: Record<string, string | number | boolean> = {}
  ): Promise<void> {
    await this.page.evaluate(
      async ({ id, args }) =>
        void (await window.jupyterapp.commands.execute(id, args)),
      { id, args }
    );
  }

  kernelName(): Promise<string | undefined> {
    return this.page.evaluate(
      path => window.notebookAt(path).sessionContext.session?.kernel?.name,
      this.path
    );
  }

  /** Restarts the kernel without a dialog and waits until it answers again. */
  async restart(): Promise<void> {
    await this.page.evaluate(
      path => window.notebookAt(path).sessionContext.session?.kernel?.restart(),
      this.path
    );
    await this.idle();
  }

  /**
   * Waits until the kernel is connected and does nothing. After a restart it may call itself "starting" until
   * something runs, though it would answer.
   */
  async idle(timeout = 90_000): Promise<void> {
    await expect
      .poll(
        () =>
          this.page.evaluate(path => {
            const kernel =
              window.notebookAt(path).sessionContext.session?.kernel;
            return `${kernel?.connectionStatus} ${kernel?.status}`;
          }, this.path),
        { timeout, message: `the kernel of ${this.path}` }
      )
      .toMatch(/^connected (idle|starting|unknown)$/);
  }

  async save(): Promise<void> {
    await this.page.evaluate(
      path => window.notebookAt(path).context.save(),
      this.path
    );
  }
}
