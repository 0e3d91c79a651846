import { PanelPlugin } from '@grafana/data';
import { ApprovalPanel } from './ApprovalPanel.tsx';
import { addApprovalOptions, type ApprovalOptions } from './options.ts';

export const plugin = addApprovalOptions(new PanelPlugin<ApprovalOptions>(ApprovalPanel));
