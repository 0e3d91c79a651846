/* eslint-disable @typescript-eslint/no-deprecated -- classic JSON on purpose: schema v2 needs an envelope for file provisioning and is a preview in 12.4 */
import { DashboardBuilder, type Dashboard } from '@grafana/grafana-foundation-sdk/dashboard';

/** Builder of classic dashboard JSON, the format that loads in Grafana 11 to 13. */
export class ClassicBoard extends DashboardBuilder {}

export type ClassicDashboard = Dashboard;
