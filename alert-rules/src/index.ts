export { blindAlert, flowAlert, offTargetAlert, watchdogAlert } from './alert-names.ts';
export { evaluateAlerts, firingAt, type FiringAlert } from './evaluation/evaluate-alerts.ts';
export { type Scrape, type StatusHistory, type StatusSample, type StatusSeries } from './evaluation/status-history.ts';
export { renderRules, ruleGroups } from './render-rules.ts';
export { runbookTexts } from './runbooks/texts/all-texts.ts';
export { timeToDetectPage } from './detection/time-to-detect-page.ts';
export { recordedSeries } from './rules/recordings.ts';
export { productionScale, type TimeScale } from '@ai-cos/catalog';
