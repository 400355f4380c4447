select order_id, expected_minor
from {{ ref('fin_payment_reconciliation') }}
where order_status = 'completed' and captured_minor = 0
