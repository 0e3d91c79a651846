export type ColumnType = 'text' | 'integer' | 'decimal' | 'timestamp';

export interface CsvColumn {
  name: string;
  type: ColumnType;
  /** False: an empty cell is an error. */
  optional: boolean;
}

export interface CsvFile {
  file: string;
  /** Staging table within the import's transaction. */
  staging: string;
  columns: readonly CsvColumn[];
}

function needed(name: string, type: ColumnType = 'text'): CsvColumn {
  return { name, type, optional: false };
}

function optional(name: string, type: ColumnType = 'text'): CsvColumn {
  return { name, type, optional: true };
}

/** The nine files of the Brazilian marketplace Olist; each may also be there as .gz. */
export const olistFiles: readonly CsvFile[] = [
  {
    file: 'olist_customers_dataset.csv',
    staging: 'olist_customers',
    columns: [
      needed('customer_id'),
      needed('customer_unique_id'),
      needed('customer_zip_code_prefix'),
      optional('customer_city'),
      optional('customer_state'),
    ],
  },
  {
    file: 'olist_orders_dataset.csv',
    staging: 'olist_orders',
    columns: [
      needed('order_id'),
      needed('customer_id'),
      needed('order_status'),
      needed('order_purchase_timestamp', 'timestamp'),
      optional('order_approved_at', 'timestamp'),
      optional('order_delivered_carrier_date', 'timestamp'),
      optional('order_delivered_customer_date', 'timestamp'),
      optional('order_estimated_delivery_date', 'timestamp'),
    ],
  },
  {
    file: 'olist_order_items_dataset.csv',
    staging: 'olist_items',
    columns: [
      needed('order_id'),
      needed('order_item_id', 'integer'),
      needed('product_id'),
      needed('seller_id'),
      optional('shipping_limit_date', 'timestamp'),
      needed('price', 'decimal'),
      needed('freight_value', 'decimal'),
    ],
  },
  {
    file: 'olist_order_payments_dataset.csv',
    staging: 'olist_payments',
    columns: [
      needed('order_id'),
      needed('payment_sequential', 'integer'),
      needed('payment_type'),
      needed('payment_installments', 'integer'),
      needed('payment_value', 'decimal'),
    ],
  },
  {
    file: 'olist_order_reviews_dataset.csv',
    staging: 'olist_reviews',
    columns: [
      needed('review_id'),
      needed('order_id'),
      needed('review_score', 'integer'),
      optional('review_comment_title'),
      optional('review_comment_message'),
      optional('review_creation_date', 'timestamp'),
      needed('review_answer_timestamp', 'timestamp'),
    ],
  },
  {
    file: 'olist_products_dataset.csv',
    staging: 'olist_products',
    columns: [
      needed('product_id'),
      optional('product_category_name'),
      optional('product_name_lenght', 'integer'),
      optional('product_description_lenght', 'integer'),
      optional('product_photos_qty', 'integer'),
      optional('product_weight_g', 'integer'),
      optional('product_length_cm', 'integer'),
      optional('product_height_cm', 'integer'),
      optional('product_width_cm', 'integer'),
    ],
  },
  {
    file: 'olist_sellers_dataset.csv',
    staging: 'olist_sellers',
    columns: [needed('seller_id'), needed('seller_zip_code_prefix'), optional('seller_city'), optional('seller_state')],
  },
  {
    file: 'olist_geolocation_dataset.csv',
    staging: 'olist_geolocation',
    columns: [
      needed('geolocation_zip_code_prefix'),
      needed('geolocation_lat', 'decimal'),
      needed('geolocation_lng', 'decimal'),
      optional('geolocation_city'),
      optional('geolocation_state'),
    ],
  },
  {
    file: 'product_category_name_translation.csv',
    staging: 'olist_categories',
    columns: [needed('product_category_name'), needed('product_category_name_english')],
  },
];
