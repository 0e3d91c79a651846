import { EventBusSrv, getDefaultTimeRange, locationUtil, setTimeZoneResolver } from '@grafana/data';
import {
  config,
  locationService,
  setAppEvents,
  setBackendSrv,
  setChromeHeaderHeightHook,
  setCurrentUser,
  setDataSourceSrv,
  setEchoSrv,
  setLocationSrv,
  setPluginComponentHook,
  setPluginComponentsHook,
  setPluginFunctionsHook,
  setPluginLinksHook,
  setReturnToPreviousHook,
  setTemplateSrv,
  FakeEchoSrv,
} from '@grafana/runtime';
import { backendSrv } from './backend-srv.ts';

type First<F extends (argument: never) => unknown> = Parameters<F>[0];

const templateSrv = {
  getVariables: () => [],
  replace: (target?: string) => target ?? '',
  containsTemplate: () => false,
  updateTimeRange: () => undefined,
} as unknown as First<typeof setTemplateSrv>;

const dataSourceSrv = {
  get: () => Promise.reject(new Error('the console has no data sources')),
  getList: () => [],
  getInstanceSettings: () => undefined,
  reload: () => undefined,
} as unknown as First<typeof setDataSourceSrv>;

function installExtensionHooks(): void {
  setPluginLinksHook(() => ({ links: [], isLoading: false }));
  setPluginComponentHook(() => ({ component: undefined, isLoading: false }));
  setPluginComponentsHook(() => ({ components: [], isLoading: false }));
  setPluginFunctionsHook(() => ({ functions: [], isLoading: false }));
  setReturnToPreviousHook(() => () => undefined);
  setChromeHeaderHeightHook(() => 0);
}

/** Every service may be set once; plugins reach them through @grafana/runtime. */
export function installServices(): void {
  setBackendSrv(backendSrv);
  setAppEvents(new EventBusSrv());
  setLocationSrv({
    update: ({ path, query, replace }) => {
      const search = new URLSearchParams(query as Record<string, string>).toString();
      const target = `${path ?? locationService.getLocation().pathname}${search === '' ? '' : `?${search}`}`;
      return replace === true ? locationService.replace(target) : locationService.push(target);
    },
  });
  setTemplateSrv(templateSrv);
  setCurrentUser(config.bootData.user as First<typeof setCurrentUser>);
  setEchoSrv(new FakeEchoSrv());
  setDataSourceSrv(dataSourceSrv);
  setTimeZoneResolver(() => 'browser');
  locationUtil.initialize({
    config: config as unknown as First<typeof locationUtil.initialize>['config'],
    getTimeRangeForUrl: () => getDefaultTimeRange().raw,
    getVariablesUrlParams: () => ({}),
  });
  installExtensionHooks();
}
