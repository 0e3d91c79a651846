export { startExporters, type Exporters, type ExportersOverrides } from './app.ts';
export { computeCac, type AcquisitionCosts } from './calculators/cac.ts';
export { loadConfig, type ExportersConfig } from './config/config.ts';
