/**
 * Levels of the simulated company at scale 1. They are chosen so that a quiet company is inside its bands; the shapes
 * (seasons, dispersion, lags) follow the published figures named in docs, the levels do not.
 */
export const company = {
  name: 'Simulated company Morgenrot Home (demo data)',
  currency: 'EUR',
  productCount: 400,
  /** Anonymous sessions a day by unpaid channel. */
  organicSessions: { organic: 800, direct: 330, social: 130, referral: 120 },
  /** Chance that an anonymous visitor puts the wanted product into the cart. */
  visitorCart: 0.0205,
  /** The same for someone who bought before. */
  customerCart: 0.165,
  completion: 0.375,
  mobileShare: 0.62,
  mobileFactor: 0.82,
  desktopFactor: 1.25,
  /** Visits a day of a customer right after the first order; falls with e^(−age / visitDecayDays). */
  visitRate: 0.246,
  visitDecayDays: 152,
  extraLine: 0.34,
  businessShare: 0.085,
  pageLoad: { mobileMedianMs: 1380, desktopMedianMs: 1120, sigma: 0.37 },
  apiP95Ms: 210,
  returnShare: 0.07,
  defectShareOfReturns: 0.05,
  shipmentErrorShare: 0.0032,
  freeShippingFrom: 60,
  shippingFee: 4.9,
  stockCoverDays: 42,
  safetyFactor: 1.25,
  supportAgents: 2,
  handlingMinutes: 40,
  warehouseOrdersPerDay: 100,
} as const;

export const categories = [
  { name: 'Kitchen', share: 0.15, season: 0.036, peakDay: 340, elasticity: -1.9, price: 53, returns: 0.9 },
  { name: 'Bedding', share: 0.12, season: 0.06, peakDay: 320, elasticity: -1.7, price: 74, returns: 1.1 },
  { name: 'Lighting', share: 0.1, season: 0.084, peakDay: 330, elasticity: -2.0, price: 67, returns: 1 },
  { name: 'Garden', share: 0.1, season: 0.18, peakDay: 150, elasticity: -1.8, price: 60, returns: 0.8 },
  { name: 'Bath', share: 0.1, season: 0.024, peakDay: 20, elasticity: -1.6, price: 44, returns: 0.9 },
  { name: 'Storage', share: 0.09, season: 0.048, peakDay: 15, elasticity: -2.2, price: 48, returns: 0.7 },
  { name: 'Decoration', share: 0.12, season: 0.096, peakDay: 345, elasticity: -2.4, price: 39, returns: 1.3 },
  { name: 'Tableware', share: 0.1, season: 0.06, peakDay: 345, elasticity: -2.1, price: 55, returns: 1.2 },
  { name: 'Textiles', share: 0.07, season: 0.048, peakDay: 300, elasticity: -2.3, price: 46, returns: 1.4 },
  { name: 'Office', share: 0.05, season: 0.072, peakDay: 250, elasticity: -1.5, price: 76, returns: 0.8 },
] as const;

export const carriers = [
  {
    id: 1,
    name: 'Nordpaket (simulated)',
    service: 'standard',
    transitDays: 2.1,
    price: 4.6,
    errors: 1,
    pickup: '17:00',
  },
  {
    id: 2,
    name: 'Schnellbote (simulated)',
    service: 'express',
    transitDays: 1.4,
    price: 6.2,
    errors: 0.8,
    pickup: '18:00',
  },
  {
    id: 3,
    name: 'Sparversand (simulated)',
    service: 'economy',
    transitDays: 3.1,
    price: 3.9,
    errors: 1.5,
    pickup: '15:00',
  },
] as const;

export const countries = ['DE', 'AT', 'CH', 'NL', 'FR'] as const;
export const countryShares = [0.62, 0.13, 0.09, 0.09, 0.07] as const;

/** Relative traffic by weekday, Sunday first. */
export const weekdayFactor = [1.1, 1.1, 1.03, 1.0, 0.96, 0.86, 0.95] as const;

/** Relative traffic by hour of the day. */
export const hourWeights = [
  1.2, 0.7, 0.4, 0.3, 0.3, 0.6, 1.4, 2.6, 3.8, 4.8, 5.4, 5.7, 5.6, 5.3, 5.1, 5, 5.1, 5.4, 5.9, 6.6, 7.2, 6.9, 4.9, 2.7,
] as const;

/** Monthly operating cost by "department/account"; ads are not here, campaigns spend them. */
export const monthlyCosts: Readonly<Record<string, number>> = {
  'marketing/agency': 1500,
  'marketing/tools': 900,
  'marketing/salaries': 3600,
  'warehouse/salaries': 13800,
  'support/salaries': 10200,
  'tech/salaries': 34500,
  'tech/cloud': 3600,
  'office/rent': 5200,
  'office/services': 5100,
  'people/salaries': 21500,
};
