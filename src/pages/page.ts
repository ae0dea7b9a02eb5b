/** One page of the documentation, rendered by JupyterLab's own Markdown. */

import type { IRenderMimeRegistry } from '@jupyterlab/rendermime';
import { Widget, PanelLayout } from '@lumino/widgets';

import { linkedPage } from './texts';

const MARKDOWN = 'text/markdown';

export interface PageOptions {
  /** As in `PageTexts`. */
  readonly name: string;
  readonly text: string;
  readonly rendermime: IRenderMimeRegistry;
  /** Somebody followed a link to another page. */
  readonly follow: (name: string) => void;
}

export class Page extends Widget {
  constructor(private readonly options: PageOptions) {
    super();
    this.addClass('jp-KerasDoctor-page');
    // A page is scrolled by keyboard, so it can be focused.
    this.node.tabIndex = 0;
    const { rendermime, text } = options;
    const renderer = rendermime.createRenderer(MARKDOWN);
    const layout = new PanelLayout();
    layout.addWidget(renderer);
    this.layout = layout;
    void renderer.renderModel(
      rendermime.createModel({ data: { [MARKDOWN]: text } })
    );
    // Before JupyterLab's own handlers: it would look for the file on the server.
    this.node.addEventListener('click', this.onClick, true);
  }

  /** As in `PageTexts`. */
  get name(): string {
    return this.options.name;
  }

  override dispose(): void {
    this.node.removeEventListener('click', this.onClick, true);
    super.dispose();
  }

  private readonly onClick = (event: MouseEvent): void => {
    const link =
      event.target instanceof Element ? event.target.closest('a') : null;
    const { name, follow } = this.options;
    const page = linkedPage(link?.getAttribute('href') ?? '', name);
    if (page !== null) {
      event.preventDefault();
      event.stopPropagation();
      follow(page);
    }
  };
}
