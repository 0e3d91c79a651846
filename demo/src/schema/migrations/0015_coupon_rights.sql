-- The action that limits a voucher goes through the SQL connector.
GRANT UPDATE (max_uses) ON shop.coupons TO company_effects;
