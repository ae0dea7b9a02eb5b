/**
 * The texts of a settings schema that JupyterLab's server translates, each with its context: the selectors are those of
 * jupyterlab_server/translation_utils.py and of jupyterlab-translate, which agree, and those that the schema adds.
 */

const SELECTORS = {
  title: 'schema',
  description: 'schema',
  'properties/.*/title': 'settings',
  'properties/.*/description': 'settings',
  'definitions/.*/properties/.*/title': 'settings',
  'definitions/.*/properties/.*/description': 'settings',
  'jupyter\\.lab\\.setting-icon-label': 'settings',
  'jupyter\\.lab\\.menus/.*/label': 'menu',
  'jupyter\\.lab\\.metadataforms/.*/label': 'metadataforms',
  'jupyter\\.lab\\.toolbars/.*/label': 'toolbar',
  'jupyter\\.lab\\.toolbars/.*/caption': 'toolbar'
};

/** In the order of the schema: `{ context, id }`. */
export function schemaMessages(schema) {
  const added =
    schema['jupyter.lab.internationalization']?.selectors?.map(selector => [
      selector,
      'schema'
    ]) ?? [];
  const patterns = [...Object.entries(SELECTORS), ...added].map(
    ([selector, context]) => [new RegExp(`^/${selector}$`), context]
  );
  const messages = [];
  const walk = (value, path) => {
    if (typeof value === 'string') {
      const found = patterns.find(([pattern]) => pattern.test(path));
      if (found && value !== '') {
        messages.push({ context: found[1], id: value });
      }
    } else if (Array.isArray(value)) {
      value.forEach((each, index) => {
        if (typeof each === 'object' && each !== null) {
          walk(each, `${path}[${index}]`);
        }
      });
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, each] of Object.entries(value)) {
        walk(each, `${path}/${key}`);
      }
    }
  };
  walk(schema, '');
  return messages;
}
