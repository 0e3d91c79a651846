import { join } from 'node:path';

import type { TestTools } from '@ai-cos/service-kit/testing';

import { places } from '../config/env.ts';
import { findBrowser } from '../tools/browser.ts';
import { findTool } from '../tools/find.ts';

/** The programs that are there; what is missing is reported by the test that needs it. */
export function findTestTools(): TestTools {
  const { searchPath, stateFolder } = places();
  const tools: TestTools = {};
  for (const name of ['prometheus', 'promtool', 'alertmanager', 'amtool', 'redis'] as const) {
    const file = findTool(name, { searchPath, toolsFolder: join(stateFolder, 'tools') });
    if (file !== undefined) tools[name] = file;
  }
  const browser = findBrowser(searchPath);
  return browser === undefined ? tools : { ...tools, browser };
}
