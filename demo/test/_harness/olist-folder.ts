import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const files: Readonly<Record<string, string>> = {
  'olist_customers_dataset.csv':
    'customer_id,customer_unique_id,customer_zip_code_prefix,customer_city,customer_state\nc1,u1,01000,sao paulo,SP\n',
  'olist_orders_dataset.csv':
    'order_id,customer_id,order_status,order_purchase_timestamp,order_approved_at,order_delivered_carrier_date,order_delivered_customer_date,order_estimated_delivery_date\no1,c1,delivered,2018-01-02 10:00:00,2018-01-02 10:10:00,2018-01-03 10:00:00,2018-01-05 10:00:00,2018-01-12 00:00:00\n',
  'olist_order_items_dataset.csv':
    'order_id,order_item_id,product_id,seller_id,shipping_limit_date,price,freight_value\no1,1,p1,s1,2018-01-04 10:00:00,99.90,10.10\n',
  'olist_order_payments_dataset.csv':
    'order_id,payment_sequential,payment_type,payment_installments,payment_value\no1,1,credit_card,1,110.00\n',
  'olist_order_reviews_dataset.csv':
    'review_id,order_id,review_score,review_comment_title,review_comment_message,review_creation_date,review_answer_timestamp\nr1,o1,5,,"fine, thanks",2018-01-06 00:00:00,2018-01-07 08:00:00\n',
  'olist_products_dataset.csv':
    'product_id,product_category_name,product_name_lenght,product_description_lenght,product_photos_qty,product_weight_g,product_length_cm,product_height_cm,product_width_cm\np1,casa,10,100,1,500,10,10,10\n',
  'olist_sellers_dataset.csv': 'seller_id,seller_zip_code_prefix,seller_city,seller_state\ns1,01001,sao paulo,SP\n',
  'olist_geolocation_dataset.csv':
    'geolocation_zip_code_prefix,geolocation_lat,geolocation_lng,geolocation_city,geolocation_state\n01000,-23.5,-46.6,sao paulo,SP\n',
  'product_category_name_translation.csv':
    'product_category_name,product_category_name_english\ncasa,"house\tware \\ ""fine"""\n',
};

/** A complete data set of one order, made by hand. */
export async function writeOlistFolder(folder: string): Promise<void> {
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
}
