-- One message per channel, kind and thing it is about, however many replicas look.
CREATE UNIQUE INDEX ai_cos_notifications_once ON ai_cos_notifications (channel, kind, ref);
