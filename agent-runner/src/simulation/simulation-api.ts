import type { KpiId } from '@ai-cos/catalog';
import type {
  CompareRequest,
  Comparison,
  KpiForecast,
  OptimiseRequest,
  OptimiseResult,
  PageQuery,
  Simulation,
  SimulationRequest,
} from '../contract/index.ts';

/** Who asks, for `executedBy` and the requesters of a proposal. */
export interface SimulationCaller {
  name: string;
  route: string;
}

/** What the HTTP routes need of the what-if engine; a refusal is a DomainError. */
export interface SimulationApi {
  list(query: PageQuery): Promise<Simulation[]>;
  find(id: string): Promise<Simulation | undefined>;
  /** Queues a run; the same request of the same caller is run again. */
  start(request: SimulationRequest, caller: SimulationCaller): Promise<Simulation>;
  cancel(id: string, caller: SimulationCaller): Promise<Simulation>;
  /** Turns the levers of a completed run into actions people decide on. */
  propose(id: string, caller: SimulationCaller): Promise<{ actionIds: string[] }>;
  compare(request: CompareRequest): Promise<Comparison>;
  optimise(request: OptimiseRequest, caller: SimulationCaller): Promise<OptimiseResult>;
  forecast(id: KpiId): Promise<KpiForecast>;
}
