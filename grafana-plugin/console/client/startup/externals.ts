import 'systemjs/dist/system.js';
import 'systemjs/dist/extras/amd.js';
import 'systemjs/dist/extras/named-register.js';
import * as emotionCss from '@emotion/css';
import * as emotionReact from '@emotion/react';
import * as grafanaData from '@grafana/data';
import * as grafanaRuntime from '@grafana/runtime';
import * as grafanaUi from '@grafana/ui';
import * as i18next from 'i18next';
import lodash from 'lodash';
import moment from 'moment';
import * as react from 'react';
import * as reactDom from 'react-dom';
import * as jsxDevRuntime from 'react/jsx-dev-runtime';
import * as jsxRuntime from 'react/jsx-runtime';
import * as routerV5 from 'react-router-dom';
import * as routerCompat from 'react-router-dom-v5-compat';
import * as rxjs from 'rxjs';
import * as rxjsOperators from 'rxjs/operators';

const namespaces: Record<string, object> = {
  '@emotion/css': emotionCss,
  '@emotion/react': emotionReact,
  '@grafana/data': grafanaData,
  '@grafana/runtime': grafanaRuntime,
  '@grafana/ui': grafanaUi,
  i18next,
  react,
  'react-dom': reactDom,
  'react/jsx-runtime': jsxRuntime,
  'react/jsx-dev-runtime': jsxDevRuntime,
  'react-router': routerCompat,
  'react-router-dom': routerV5,
  rxjs,
  'rxjs/operators': rxjsOperators,
};

const defaultOnly: Record<string, unknown> = { lodash, moment };

/** SystemJS copies the exports of plain objects, so a later `setPluginPage` would not be seen; a module namespace is kept. */
function asModule(namespace: object): object {
  const live = Object.create(null) as Record<string | symbol, unknown>;
  for (const key of Object.keys(namespace)) {
    Object.defineProperty(live, key, { enumerable: true, get: () => Reflect.get(namespace, key) });
  }
  Object.defineProperty(live, '__esModule', { value: true });
  Object.defineProperty(live, Symbol.toStringTag, { value: 'Module' });
  return live;
}

function unwrapDefaultOnly(): void {
  const load = window.System.import.bind(window.System);
  window.System.import = async (id) => {
    const loaded = await load(id);
    return loaded['__useDefault'] === true ? (loaded['default'] as Record<string, unknown>) : loaded;
  };
}

/** Gives SystemJS everything Grafana shares with plugins. */
export function registerExternals(): void {
  const imports: Record<string, string> = {};
  for (const [name, namespace] of Object.entries(namespaces)) {
    imports[name] = `package:${name}`;
    window.System.set(`package:${name}`, asModule(namespace));
  }
  for (const [name, value] of Object.entries(defaultOnly)) {
    imports[name] = `package:${name}`;
    window.System.set(`package:${name}`, { default: value, __useDefault: true });
  }
  window.System.addImportMap({ imports });
  unwrapDefaultOnly();
}
