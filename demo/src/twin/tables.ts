/** Columns the twin writes, per table of schema `shop`, in the order of COPY. Tables come in the order of their references. */
export const tables = {
  company_settings: ['id', 'currency_code'],
  customers: ['id', 'email', 'country_code', 'acquisition_channel', 'first_order_at', 'created_at'],
  products: [
    'id', 'sku', 'title', 'category', 'status', 'list_price', 'unit_cost', 'volume_m3', 'weight_g', 'created_at', 'published_at',
  ],
  price_changes: ['id', 'product_id', 'old_price', 'new_price', 'reason', 'valid_from', 'valid_to'],
  warehouses: ['id', 'name', 'capacity_m3', 'opened_at', 'closed_at'],
  inventory_levels: [
    'product_id', 'warehouse_id', 'stocked_quantity', 'reserved_quantity', 'incoming_quantity', 'reorder_point', 'lead_time_days',
    'updated_at',
  ],
  inventory_snapshots: ['warehouse_id', 'snapshot_at', 'product_id', 'quantity', 'reserved_quantity', 'unit_cost'],
  inventory_movements: ['id', 'product_id', 'warehouse_id', 'quantity', 'kind', 'reference', 'occurred_at'],
  suppliers: ['id', 'name', 'country_code', 'lead_time_days'],
  supplier_products: [
    'supplier_id', 'product_id', 'supplier_sku', 'unit_price', 'min_quantity', 'pack_size', 'lead_time_days', 'valid_from',
  ],
  purchase_orders: ['id', 'supplier_id', 'ordered_at', 'expected_at', 'received_at', 'canceled_at', 'total_amount'],
  purchase_order_items: [
    'id', 'purchase_order_id', 'product_id', 'warehouse_id', 'quantity', 'received_quantity', 'unit_price', 'received_at',
  ],
  campaigns: ['id', 'name', 'channel', 'starts_at', 'ends_at', 'budget_amount'],
  sessions: [
    'id', 'customer_id', 'started_at', 'ended_at', 'channel', 'campaign_id', 'device', 'country_code', 'pageviews', 'is_bot',
    'rage_clicks', 'js_errors',
  ],
  page_events: ['id', 'session_id', 'event_type', 'product_id', 'was_available', 'occurred_at'],
  orders: [
    'id', 'customer_id', 'session_id', 'campaign_id', 'status', 'total_net_amount', 'total_gross_amount', 'shipping_net_amount',
    'discount_amount', 'promised_at', 'paid_at', 'canceled_at', 'created_at',
  ],
  carts: ['id', 'session_id', 'customer_id', 'created_at', 'updated_at', 'completed_at', 'order_id', 'total_amount'],
  order_items: ['id', 'order_id', 'product_id', 'quantity', 'unit_price', 'discount_amount', 'unit_cost'],
  coupons: ['id', 'code', 'kind', 'value', 'min_order_amount', 'starts_at', 'ends_at'],
  order_coupons: ['order_id', 'coupon_id', 'discount_amount'],
  carriers: ['id', 'name', 'service', 'promised_days', 'parcel_price', 'pickup_at', 'active_from'],
  fulfillments: [
    'id', 'order_id', 'warehouse_id', 'carrier', 'carrier_id', 'packed_at', 'shipped_at', 'delivered_at', 'shipping_cost_amount',
  ],
  fulfillment_items: ['fulfillment_id', 'order_item_id', 'quantity'],
  shipment_errors: ['id', 'fulfillment_id', 'type', 'reported_at'],
  returns: ['id', 'order_id', 'requested_at', 'received_at', 'refund_amount'],
  return_items: ['return_id', 'order_item_id', 'quantity', 'damaged_quantity', 'reason'],
  invoices: ['id', 'order_id', 'customer_id', 'number', 'issued_at', 'due_at', 'total_amount', 'status', 'disputed_at'],
  payments: ['id', 'order_id', 'invoice_id', 'provider', 'amount', 'paid_at', 'refunded_amount'],
  credit_notes: ['id', 'invoice_id', 'amount', 'reason', 'issued_at'],
  bank_accounts: ['id', 'name'],
  cash_movements: ['id', 'bank_account_id', 'booked_on', 'amount', 'kind', 'balance_after'],
  ledger_entries: ['id', 'department', 'account', 'booked_on', 'amount', 'is_revenue'],
  budgets: ['department', 'account', 'period_month', 'amount', 'is_revenue'],
  campaign_daily_stats: ['campaign_id', 'date_day', 'impressions', 'clicks', 'spend', 'conversions', 'attributed_revenue'],
  marketing_costs: ['id', 'booked_on', 'kind', 'amount'],
  email_sends: [
    'id', 'campaign_id', 'customer_id', 'sent_at', 'delivered_at', 'bounced_at', 'first_opened_at', 'first_clicked_at',
    'is_machine_open',
  ],
  social_accounts: ['id', 'network', 'handle', 'benchmark_rate'],
  content_items: ['id', 'type', 'status', 'author', 'published_at'],
  social_posts: ['id', 'account_id', 'posted_at', 'content_item_id'],
  social_post_stats: ['post_id', 'captured_at', 'likes', 'comments', 'shares', 'saves', 'impressions', 'followers'],
  tickets: [
    'id', 'customer_id', 'order_id', 'channel', 'category', 'priority', 'status', 'assignee_id', 'created_at', 'solved_at',
    'reopened_at',
  ],
  ticket_comments: ['id', 'ticket_id', 'author_role', 'is_public', 'created_at'],
  csat_responses: ['id', 'ticket_id', 'order_id', 'score', 'responded_at'],
  reviews: ['id', 'order_id', 'product_id', 'rating', 'topic', 'created_at'],
  employees: ['id', 'department', 'hired_at', 'left_at', 'leave_reason'],
  staff_shifts: ['id', 'employee_id', 'team', 'warehouse_id', 'starts_at', 'ends_at', 'planned'],
  job_requisitions: ['id', 'department', 'title', 'approved_at', 'closed_at'],
  candidates: ['id', 'requisition_id', 'first_contact_at', 'offer_accepted_at'],
  features: ['id', 'name', 'approved_at', 'released_at', 'eligible_segment'],
  feature_usage: ['feature_id', 'customer_id', 'used_on', 'uses'],
  releases: ['id', 'service', 'commit_sha', 'first_commit_at', 'deployed_at', 'failed'],
  ci_builds: [
    'id', 'service', 'commit_sha', 'branch', 'started_at', 'finished_at', 'status', 'tests_run', 'tests_failed', 'cache_hit_ratio',
    'image_bytes',
  ],
  code_scans: [
    'id', 'commit_sha', 'ran_at', 'loc', 'high_complexity_files', 'duplicated_blocks', 'unused_files', 'massive_files',
    'complexity_violations', 'remediation_minutes', 'lines_hit', 'lines_found',
  ],
  vulnerabilities: ['id', 'scanner', 'package', 'severity', 'status', 'first_seen_at', 'fixed_at'],
  lighthouse_runs: ['id', 'url', 'form_factor', 'category', 'score', 'lcp_ms', 'inp_ms', 'cls', 'ran_at'],
  web_vitals: ['id', 'session_id', 'metric', 'value_ms', 'device', 'page', 'recorded_at'],
  ux_survey_responses: ['id', 'customer_id', 'items', 'sus_score', 'responded_at'],
  esg_factors: ['id', 'pillar', 'code', 'weight', 'better', 'floor_value', 'target_value'],
  esg_measurements: ['factor_id', 'period_month', 'value', 'score'],
} as const;

export type TableName = keyof typeof tables;
export type ColumnOf<T extends TableName> = (typeof tables)[T][number];
export type Value = string | number | boolean | null | readonly number[];
export type RowOf<T extends TableName> = { readonly [C in ColumnOf<T>]?: Value };

export const tableNames = Object.keys(tables) as TableName[];

/** Tables with one row per session or page view; an evaluation that needs none of them steps several times faster. */
export const sessionTables = new Set<TableName>(['sessions', 'page_events', 'carts', 'web_vitals']);
