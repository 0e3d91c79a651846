export { renderDashboards } from './render-dashboards.ts';
