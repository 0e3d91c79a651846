export interface RouteSettings {
  jsonData: Readonly<Record<string, string>>;
  secureJsonData: Readonly<Record<string, string>>;
}

const reference = /\{\{\s*\.(JsonData|SecureJsonData)\.(\w+)\s*\}\}/g;

/** Fills `{{ .JsonData.x }}` and `{{ .SecureJsonData.x }}` of a route; an unknown key is a mistake in plugin.json. */
export function fillTemplate(template: string, settings: RouteSettings): string {
  return template.replace(reference, (_whole, kind: string, key: string) => {
    const value = kind === 'JsonData' ? settings.jsonData[key] : settings.secureJsonData[key];
    if (value === undefined) {
      throw new Error(`plugin.json uses ${kind}.${key}, which the console does not set`);
    }
    return value;
  });
}
