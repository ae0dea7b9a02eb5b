/** What a running JupyterLab says about the extension. */
import type { Page } from '@playwright/test';

const NAME = 'jupyterlab-keras-doctor';

export interface LoadedExtension {
  /** Listed by the server as a prebuilt extension. */
  readonly federated: boolean;
  readonly plugins: readonly string[];
  /** Plugins that should have started with JupyterLab and did not. */
  readonly notActivated: readonly string[];
}

export function extensionOf(
  page: Pick<Page, 'evaluate'>
): Promise<LoadedExtension> {
  return page.evaluate(async name => {
    await window.jupyterapp.started;
    const config = JSON.parse(
      document.getElementById('jupyter-config-data')?.textContent ?? '{}'
    ) as { federated_extensions?: { name: string }[] };
    const plugins = window.jupyterapp
      .listPlugins()
      .filter(id => id.startsWith(`${name}:`));
    return {
      federated: (config.federated_extensions ?? []).some(
        extension => extension.name === name
      ),
      plugins,
      notActivated: plugins.filter(
        id => !window.jupyterapp.isPluginActivated(id)
      )
    };
  }, NAME);
}
