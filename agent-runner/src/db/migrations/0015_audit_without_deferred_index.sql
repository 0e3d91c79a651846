-- The linker reads the few rows above its watermark by primary key; an index for it would cost every alert an insert.
DROP INDEX ai_cos_audit_log_deferred;
