-- From the staging tables into schema shop. Amounts stay in BRL. Net = sum of item prices, gross = sum of payments
-- (freight included), paid_at = approval of the payment; a cancelled order is dated by its purchase, the file has no other date.
INSERT INTO shop.company_settings (currency_code) VALUES ('BRL')
ON CONFLICT (id) DO UPDATE SET currency_code = EXCLUDED.currency_code;

INSERT INTO shop.customers (email, country_code, created_at, first_order_at)
SELECT c.customer_unique_id, 'BR', min(o.order_purchase_timestamp), min(o.order_purchase_timestamp)
FROM olist_customers c JOIN olist_orders o USING (customer_id)
GROUP BY 1;

INSERT INTO shop.products (sku, category, weight_g, volume_m3)
SELECT p.product_id, coalesce(t.product_category_name_english, p.product_category_name), p.product_weight_g,
  p.product_length_cm::numeric * p.product_height_cm * p.product_width_cm / 1e6
FROM olist_products p LEFT JOIN olist_categories t USING (product_category_name);

INSERT INTO shop.suppliers (name, country_code, currency_code)
SELECT seller_id, 'BR', 'BRL' FROM olist_sellers ORDER BY 1;

CREATE TEMP TABLE olist_order_ids ON COMMIT DROP AS
SELECT order_id, row_number() OVER (ORDER BY order_purchase_timestamp, order_id) AS id FROM olist_orders;

INSERT INTO shop.orders (
  id, customer_id, status, currency_code, total_net_amount, total_gross_amount, shipping_net_amount, promised_at, paid_at,
  canceled_at, created_at
)
SELECT ids.id, customer.id,
  CASE
    WHEN o.order_status IN ('canceled', 'unavailable') THEN 'canceled'
    WHEN o.order_status IN ('delivered', 'shipped') THEN o.order_status
    ELSE 'paid'
  END,
  'BRL', coalesce(item.net, 0), coalesce(payment.gross, 0), coalesce(item.freight, 0),
  o.order_estimated_delivery_date, o.order_approved_at,
  CASE WHEN o.order_status IN ('canceled', 'unavailable') THEN o.order_purchase_timestamp END,
  o.order_purchase_timestamp
FROM olist_orders o
JOIN olist_order_ids ids USING (order_id)
JOIN olist_customers c USING (customer_id)
JOIN shop.customers customer ON customer.email = c.customer_unique_id
LEFT JOIN (SELECT order_id, sum(price) AS net, sum(freight_value) AS freight FROM olist_items GROUP BY 1) item USING (order_id)
LEFT JOIN (SELECT order_id, sum(payment_value) AS gross FROM olist_payments GROUP BY 1) payment USING (order_id);

INSERT INTO shop.order_items (order_id, product_id, quantity, unit_price)
SELECT ids.id, p.id, 1, i.price
FROM olist_items i JOIN olist_order_ids ids USING (order_id) LEFT JOIN shop.products p ON p.sku = i.product_id;

INSERT INTO shop.fulfillments (order_id, shipped_at, delivered_at)
SELECT ids.id, o.order_delivered_carrier_date, o.order_delivered_customer_date
FROM olist_orders o JOIN olist_order_ids ids USING (order_id)
WHERE o.order_delivered_carrier_date IS NOT NULL;

INSERT INTO shop.payments (order_id, provider, amount, currency_code, paid_at)
SELECT ids.id, y.payment_type, y.payment_value, 'BRL', o.order_approved_at
FROM olist_payments y JOIN olist_orders o USING (order_id) JOIN olist_order_ids ids USING (order_id);

INSERT INTO shop.reviews (order_id, rating, created_at)
SELECT ids.id, r.review_score, r.review_answer_timestamp
FROM olist_reviews r JOIN olist_order_ids ids USING (order_id);

-- Only what the files really carry gets a watermark; the KPIs of everything else stay undefined.
INSERT INTO shop.source_feeds (feed, loaded_through, max_lag)
SELECT feed, (SELECT max(created_at) FROM shop.orders), '2 days'
FROM unnest(ARRAY['orders', 'customers', 'catalog', 'fulfillments', 'csat']) feed;
