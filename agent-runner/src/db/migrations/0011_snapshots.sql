-- The 40 KPIs in native units at one moment; a test holds columns and comments against the catalog.
CREATE TABLE ai_cos_snapshots (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  mode text NOT NULL DEFAULT 'assisted',
  -- tech
  code_health numeric,
  backend_p95_ms numeric,
  frontend_p95_ms numeric,
  test_coverage numeric,
  tech_debt_score numeric,
  security_score numeric,
  -- business
  conversion_rate numeric,
  cart_abandonment numeric,
  average_order_value numeric,
  stock_rupture numeric,
  roi_campaigns numeric,
  -- ux
  ux_score numeric,
  seo_score numeric,
  accessibility_score numeric,
  -- expansion
  esg_score numeric,
  -- marketing
  cac numeric,
  ltv numeric,
  email_open_rate numeric,
  social_engagement numeric,
  content_velocity numeric,
  -- finance
  burn_rate numeric,
  runway numeric,
  gross_margin numeric,
  payment_delay numeric,
  invoice_accuracy numeric,
  budget_variance numeric,
  -- logistics
  fulfillment_time numeric,
  shipping_accuracy numeric,
  inventory_turnover numeric,
  warehouse_capacity numeric,
  return_rate numeric,
  -- product
  catalog_coverage numeric,
  time_to_market numeric,
  feature_adoption numeric,
  product_quality numeric,
  -- support
  response_time numeric,
  resolution_rate numeric,
  csat numeric,
  -- operations
  time_to_hire numeric,
  employee_retention numeric,
  -- overall
  global_health numeric NOT NULL,
  confidence numeric NOT NULL DEFAULT 0,
  risk numeric NOT NULL DEFAULT 0,
  -- Beyond the founding columns.
  created_as_of timestamptz NOT NULL,
  source text NOT NULL DEFAULT 'schedule',
  simulated boolean NOT NULL DEFAULT false
);
CREATE INDEX idx_ai_cos_snapshots_created_at ON ai_cos_snapshots (created_at DESC);
CREATE INDEX idx_ai_cos_snapshots_mode ON ai_cos_snapshots (mode);

COMMENT ON COLUMN ai_cos_snapshots.code_health IS 'Code health in /100 (target 85)';
COMMENT ON COLUMN ai_cos_snapshots.backend_p95_ms IS 'API response time, p95 in ms (target 300)';
COMMENT ON COLUMN ai_cos_snapshots.frontend_p95_ms IS 'Page load (LCP), p95 in ms (target 2500)';
COMMENT ON COLUMN ai_cos_snapshots.test_coverage IS 'Test coverage in % (target 80)';
COMMENT ON COLUMN ai_cos_snapshots.tech_debt_score IS 'Freedom from technical debt in /100 (target 80)';
COMMENT ON COLUMN ai_cos_snapshots.security_score IS 'Security score in /100 (target 100)';
COMMENT ON COLUMN ai_cos_snapshots.conversion_rate IS 'Conversion rate in % (target 2.5)';
COMMENT ON COLUMN ai_cos_snapshots.cart_abandonment IS 'Cart abandonment in % (target 65)';
COMMENT ON COLUMN ai_cos_snapshots.average_order_value IS 'Average order value in reporting currency (target 100)';
COMMENT ON COLUMN ai_cos_snapshots.stock_rupture IS 'Products out of stock in % (target 3)';
COMMENT ON COLUMN ai_cos_snapshots.roi_campaigns IS 'Campaign ROI (on margin) in % (target 100)';
COMMENT ON COLUMN ai_cos_snapshots.ux_score IS 'UX score in /100 (target 80)';
COMMENT ON COLUMN ai_cos_snapshots.seo_score IS 'SEO score in /100 (target 90)';
COMMENT ON COLUMN ai_cos_snapshots.accessibility_score IS 'Accessibility score in /100 (target 95)';
COMMENT ON COLUMN ai_cos_snapshots.esg_score IS 'ESG score in /100 (target 70)';
COMMENT ON COLUMN ai_cos_snapshots.cac IS 'Customer acquisition cost in reporting currency (target 38), founding-critical';
COMMENT ON COLUMN ai_cos_snapshots.ltv IS 'Customer lifetime value in reporting currency (target 180), founding-critical';
COMMENT ON COLUMN ai_cos_snapshots.email_open_rate IS 'E-mail open rate in % (target 30)';
COMMENT ON COLUMN ai_cos_snapshots.social_engagement IS 'Social engagement in /100 (target 60)';
COMMENT ON COLUMN ai_cos_snapshots.content_velocity IS 'Articles published per week in articles per week (target 3)';
COMMENT ON COLUMN ai_cos_snapshots.burn_rate IS 'Net cash burn in reporting currency per month (target 50000), founding-critical';
COMMENT ON COLUMN ai_cos_snapshots.runway IS 'Runway in months (target 18)';
COMMENT ON COLUMN ai_cos_snapshots.gross_margin IS 'Gross margin in % (target 45)';
COMMENT ON COLUMN ai_cos_snapshots.payment_delay IS 'Customer payment delay in days (target 30)';
COMMENT ON COLUMN ai_cos_snapshots.invoice_accuracy IS 'Invoices without error in % (target 99)';
COMMENT ON COLUMN ai_cos_snapshots.budget_variance IS 'Budget variance in % (target 0)';
COMMENT ON COLUMN ai_cos_snapshots.fulfillment_time IS 'Order to shipment in hours (target 24), founding-critical';
COMMENT ON COLUMN ai_cos_snapshots.shipping_accuracy IS 'Shipping accuracy in % (target 99.5)';
COMMENT ON COLUMN ai_cos_snapshots.inventory_turnover IS 'Inventory turnover in turns per year (target 6)';
COMMENT ON COLUMN ai_cos_snapshots.warehouse_capacity IS 'Warehouse space used in % (target 80)';
COMMENT ON COLUMN ai_cos_snapshots.return_rate IS 'Return rate in % (target 8)';
COMMENT ON COLUMN ai_cos_snapshots.catalog_coverage IS 'Catalogue coverage in % (target 75)';
COMMENT ON COLUMN ai_cos_snapshots.time_to_market IS 'Time to market in days (target 14)';
COMMENT ON COLUMN ai_cos_snapshots.feature_adoption IS 'Feature adoption in % (target 25)';
COMMENT ON COLUMN ai_cos_snapshots.product_quality IS 'Product defects per 100 in defects per 100 (target 0.5)';
COMMENT ON COLUMN ai_cos_snapshots.response_time IS 'First response time in minutes (target 120), founding-critical';
COMMENT ON COLUMN ai_cos_snapshots.resolution_rate IS 'Tickets resolved in % (target 90)';
COMMENT ON COLUMN ai_cos_snapshots.csat IS 'Customer satisfaction in of 5 stars (target 4.3)';
COMMENT ON COLUMN ai_cos_snapshots.time_to_hire IS 'Time to hire in days (target 30)';
COMMENT ON COLUMN ai_cos_snapshots.employee_retention IS 'Employee retention in % (target 90)';

SELECT ai_cos_protect('ai_cos_snapshots', 'SELECT, INSERT');
