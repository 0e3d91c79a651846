import React from 'react';
import { AppPlugin } from '@grafana/data';
export const plugin = new AppPlugin<{}>().setRootPage(() => <h1>hello</h1>);
