import { createPool, type Pool } from '@ai-cos/service-kit';

/** Sent once at connection start: every row policy asks for this claim. */
const SERVICE_CLAIM = '{"role":"service_role"}';

export interface RunnerPoolOptions {
  url: string;
  applicationName: string;
  max?: number;
  onError: (error: Error) => void;
}

/** A pool on AI-COS's own database that the row policies let through; without the claim no row is visible. */
export function createRunnerPool({ url, applicationName, max = 12, onError }: RunnerPoolOptions): Pool {
  return createPool({
    url,
    applicationName,
    max,
    onError,
    settings: { 'request.jwt.claims': SERVICE_CLAIM, statement_timeout: '30000', lock_timeout: '10000' },
  });
}
