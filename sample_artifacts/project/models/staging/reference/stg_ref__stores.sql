select store_code, store_name, city, region, latitude, longitude, seats, opened_on, manager_email
from {{ ref('stores') }}
