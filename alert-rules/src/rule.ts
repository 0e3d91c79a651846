export interface AlertRule {
  readonly alert: string;
  readonly expr: string;
  readonly forSeconds: number;
  readonly keepFiringSeconds: number;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
}

export interface RecordingRule {
  readonly record: string;
  readonly expr: string;
  readonly labels?: Readonly<Record<string, string>>;
}

export interface RuleGroup {
  readonly name: string;
  readonly rules: readonly (AlertRule | RecordingRule)[];
}

export const severities = ['warning', 'critical'] as const;
export type Severity = (typeof severities)[number];
