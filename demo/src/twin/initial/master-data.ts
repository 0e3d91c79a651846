import { dateOf, isoOf, daySeconds } from '../calendar.ts';
import { carriers, categories, company } from '../company.ts';
import { insert, type Facts } from '../facts.ts';
import { draw, keyOf } from '../random.ts';
import type { TwinState } from '../state.ts';
import { socialNetworks } from '../mechanisms/social.ts';
import { esgFactors } from '../mechanisms/esg.ts';
import { campaignRecords } from './campaigns.ts';
import { productTitle } from './products.ts';
import { supplierRecords } from './suppliers.ts';

/** Rows that exist before the first day: catalogue, suppliers, carriers, campaigns, accounts, staff. */
export function writeMasterData(state: TwinState, facts: Facts, firstDay: number): void {
  const before = isoOf((firstDay - 400) * daySeconds);
  insert(facts, 'company_settings', { id: true, currency_code: company.currency });
  writeProducts(state, facts, before);
  writeSuppliers(state, facts, firstDay - 400);
  insert(facts, 'warehouses', {
    id: 1,
    name: 'Main warehouse (simulated)',
    capacity_m3: state.warehouse.capacityM3,
    opened_at: before,
    closed_at: null,
  });
  for (const carrier of carriers) {
    insert(facts, 'carriers', {
      id: carrier.id,
      name: carrier.name,
      service: carrier.service,
      promised_days: 4,
      parcel_price: carrier.price,
      pickup_at: carrier.pickup,
      active_from: dateOf(firstDay - 400),
    });
  }
  writeMarketing(state, facts, before);
  insert(facts, 'bank_accounts', { id: 1, name: 'Operating account (simulated)' });
  for (const { id, department, left } of state.people.employees) {
    if (left) continue;
    const hired = firstDay - 420 - Math.floor(draw(keyOf(state.seed, 'people', id, 0), 1) * 1500);
    insert(facts, 'employees', { id, department, hired_at: dateOf(hired), left_at: null, leave_reason: null });
  }
  for (const factor of esgFactors) {
    const { pillar, code, weight, better, floor, target } = factor;
    insert(facts, 'esg_factors', {
      id: factor.id,
      pillar,
      code,
      weight,
      better,
      floor_value: floor,
      target_value: target,
    });
  }
}

function writeProducts(state: TwinState, facts: Facts, before: string): void {
  for (const product of state.products) {
    insert(facts, 'products', {
      id: product.id,
      sku: `SIM-${String(product.id).padStart(4, '0')}`,
      title: productTitle(product),
      category: categories[product.category]?.name ?? null,
      status: 'published',
      list_price: product.price,
      unit_cost: product.unitCost,
      volume_m3: product.volume,
      weight_g: Math.round(product.volume * 90_000),
      created_at: before,
      published_at: before,
    });
  }
}

function writeSuppliers(state: TwinState, facts: Facts, fromDay: number): void {
  for (const supplier of supplierRecords) {
    insert(facts, 'suppliers', {
      id: supplier.id,
      name: supplier.name,
      country_code: supplier.country,
      lead_time_days: supplier.leadDays,
    });
    for (const product of state.products) {
      if (!supplier.wholesaler && product.supplierId !== supplier.id) continue;
      insert(facts, 'supplier_products', {
        supplier_id: supplier.id,
        product_id: product.id,
        supplier_sku: `S${String(supplier.id)}-${String(product.id)}`,
        unit_price: Math.round(product.unitCost * supplier.priceFactor * 100) / 100,
        min_quantity: supplier.wholesaler ? 1 : 6,
        pack_size: supplier.wholesaler ? 1 : 6,
        lead_time_days: supplier.leadDays,
        valid_from: dateOf(fromDay),
      });
    }
  }
}

function writeMarketing(state: TwinState, facts: Facts, before: string): void {
  for (const [index, record] of campaignRecords.entries()) {
    insert(facts, 'campaigns', {
      id: index + 1,
      name: record.name,
      channel: record.channel,
      starts_at: before,
      ends_at: null,
      budget_amount: state.campaigns[index]?.dailyBudget ?? null,
    });
  }
  insert(facts, 'campaigns', {
    id: 7,
    name: 'Newsletter',
    channel: 'email',
    starts_at: before,
    ends_at: null,
    budget_amount: 0,
  });
  for (const [index, network] of socialNetworks.entries()) {
    insert(facts, 'social_accounts', {
      id: index + 1,
      network: network.name,
      handle: network.handle,
      benchmark_rate: network.benchmark,
    });
  }
  insert(facts, 'coupons', {
    id: 1,
    code: 'WELCOME10',
    kind: 'percent',
    value: 10,
    min_order_amount: 40,
    starts_at: before,
    ends_at: null,
  });
}
