"""The raw data of the sample project: what the shop, the tills and the roastery "sent" us.

Two commands:

    raw_data.py generate RAW.duckdb            all rows of all weeks, the same at each call
    raw_data.py load RAW.duckdb DB.duckdb TS   what the nightly loader had brought in by TS

Every day's rows come from a random generator seeded with the table's name and that day, so
that a change to one table leaves the others as they were. A row has a `_loaded_at` (the loader
runs at 03:30 UTC) and, where its source changes it later, `_valid_to`: `load` keeps the version
that was current at TS. No package but duckdb and pandas is needed.
"""

import datetime as dt
import json
import random
import sys

import duckdb
import pandas as pd

FIRST_DAY = dt.date(2026, 8, 3)
LAST_DAY = dt.date(2026, 11, 23)
POS_FIRST_DAY = dt.date(2026, 9, 14)
EVENTS_FIRST_DAY = dt.date(2026, 10, 12)
READINGS_FIRST_DAY = dt.date(2026, 10, 20)

PEOPLE = {
    'NO': (
        ['Åse', 'Bjørn', 'Ingrid', 'Øystein', 'Sølvi', 'Håkon', 'Kari', 'Tor', 'Marit', 'Áilu'],
        ['Bråten', 'Sæther', 'Nygård', 'Hansen', 'Østby', 'Gjerde', 'Somby', 'Løvås'],
        ['Bergen', 'Tromsø', 'Ålesund', 'Oslo', 'Bodø', 'Kárášjohka'],
    ),
    'SE': (
        ['Åsa', 'Björn', 'Linnéa', 'Göran', 'Märta', 'Nils'],
        ['Sjöberg', 'Åkesson', 'Lindström', 'Öberg'],
        ['Malmö', 'Göteborg', 'Umeå'],
    ),
    'CH': (
        ['Jürg', 'Noëmi', 'Urs', 'Céline', 'Reto'],
        ['Müller', 'Brändli', 'Zürcher', 'Favre'],
        ['Zürich', 'Genève', 'Graubünden'],
    ),
    'PL': (
        ['Łukasz', 'Małgorzata', 'Grażyna', 'Paweł', 'Zofia'],
        ['Wiśniewska', 'Kowalczyk', 'Dąbrowski', 'Żak'],
        ['Kraków', 'Łódź', 'Wrocław'],
    ),
    'JP': (['葵', '蓮', '美咲', '大輝'], ['佐藤', '鈴木', '高橋', '田中'], ['東京', '札幌']),
    'GR': (['Ελένη', 'Γιώργος'], ['Παπαδάκη', 'Νικολάου'], ['Αθήνα']),
}
CURRENCIES = {'NO': 'NOK', 'SE': 'SEK', 'CH': 'CHF', 'PL': 'PLN', 'JP': 'JPY', 'GR': 'EUR'}
# How many minor units of the currency a krone is, roughly; the yen has no minor unit.
PER_KRONE = {'NOK': 100, 'SEK': 98, 'CHF': 7.9, 'PLN': 36, 'JPY': 14, 'EUR': 8.6}
BEANS = [
    ('BEAN-FJORD-250', 129), ('BEAN-FJORD-1000', 439), ('BEAN-NORDLYS-250', 139),
    ('BEAN-NORDLYS-1000', 469), ('BEAN-SKREI-250', 149), ('BEAN-HURTIG-250', 119),
    ('BEAN-HURTIG-1000', 399), ('BEAN-MIDNATT-250', 135), ('BEAN-GEISHA-100', 249),
    ('BEAN-KOFFEINFRI-250', 135),
]
GEAR = [('GEAR-KANNE', 549), ('GEAR-KVERN', 899), ('GEAR-FILTER-100', 69), ('GEAR-KOPP', 189)]
CAFE = [
    ('CAFE-ESPRESSO', 39), ('CAFE-CORTADO', 49), ('CAFE-KAFFE', 42), ('CAFE-LATTE', 57),
    ('CAFE-SKILLINGSBOLLE', 45), ('CAFE-BRUNOST-VAFFEL', 52), ('BEAN-FJORD-250', 129),
]
STORES = ['BGO1', 'BGO2', 'TOS1', 'TOS2', 'AES1']
BARISTAS = {
    'BGO1': ['Åse Bråten', 'Tor Gjerde'], 'BGO2': ['Marit Løvås', 'Paweł Żak'],
    'TOS1': ['Áilu Somby', 'Sølvi Østby'], 'TOS2': ['Håkon Sæther'],
    'AES1': ['Linnéa Sjöberg', 'Kari Hansen'],
}
CAMPAIGNS = [
    ('C-01', 'Sensommer på kaia', 'instagram', '2026-08-10', '2026-09-06', 1_800_000),
    ('C-02', 'Mørketid ☕ – hold varmen', 'search', '2026-10-05', None, 4_200_000),
    ('C-03', 'Höst i Malmö', 'instagram', '2026-10-12', '2026-11-08', 1_500_000),
    ('C-04', 'Zürich opening offer', 'search', '2026-10-19', None, 2_500_000),
    ('C-05', '冬のコーヒー', 'instagram', '2026-11-02', None, 900_000),
    ('C-06', 'Newsletter: roaster\'s choice', 'newsletter', '2026-08-03', None, 300_000),
]
# The tills were counted wrong on the day before these runs of the story (see the README).
BAD_TILL_DAYS = {'2026-10-29': 'TOS1', '2026-11-08': 'BGO2', '2026-11-15': 'TOS1',
                 '2026-11-21': 'AES1'}
ADS_STALE_FROM, ADS_BACK_AT = dt.date(2026, 11, 7), dt.datetime(2026, 11, 15, 3, 30)
ADS_STALE_AGAIN_FROM = dt.date(2026, 11, 18)
NEWSLETTER_STALE_FROM = dt.date(2026, 11, 20)
DUPLICATES_AT = dt.datetime(2026, 11, 5, 3, 30)
BAD_LOAD_MS_DAY, BAD_LOAD_MS_FIXED = dt.date(2026, 11, 17), dt.datetime(2026, 11, 19, 7, 0)
PROBE_GONE = (dt.datetime(2026, 11, 11), dt.datetime(2026, 11, 14))


def rng(*seed):
    """A random generator of its own for one table and one day."""
    return random.Random('/'.join(str(part) for part in seed))


def days(first=FIRST_DAY, last=LAST_DAY):
    """All days of the story, both ends with."""
    for number in range((last - first).days + 1):
        yield first + dt.timedelta(days=number)


def at(day, seconds):
    """A moment of a day."""
    return dt.datetime.combine(day, dt.time()) + dt.timedelta(seconds=int(seconds))


def loaded(moment):
    """When the loader brings in what happened at `moment`: at the next 03:30 UTC."""
    load = moment.replace(hour=3, minute=30, second=0, microsecond=0)
    return load if load > moment else load + dt.timedelta(days=1)


def make_customers():
    """Customers, some of whom move house (a second version of the row)."""
    rows, addresses, people = [], [], []
    for day in days():
        r = rng('customers', day)
        for _ in range(r.choice([2, 3, 3, 4]) + (20 if day == FIRST_DAY else 0)):
            number = len(people) + 1
            country = r.choices(list(PEOPLE), [60, 14, 9, 9, 5, 3])[0]
            given, family, cities = PEOPLE[country]
            name = f'{r.choice(given)} {r.choice(family)}'
            city = r.choice(cities)
            created = at(day, r.randint(6 * 3600, 23 * 3600))
            email = None if r.random() < 0.03 else f'kunde{number:04d}@post.example'
            person = dict(customer_id=number, country=country, created=created)
            people.append(person)
            row = dict(
                id=number, email=email, full_name=name, city=city, country_code=country,
                locale=dict(NO='nb-NO', SE='sv-SE', CH='de-CH', PL='pl-PL', JP='ja-JP',
                            GR='el-GR')[country],
                marketing_consent=r.random() < 0.55, created_at=created, updated_at=created,
                _loaded_at=loaded(created), _valid_to=None)
            rows.append(row)
            if r.random() < 0.18:
                moved = created + dt.timedelta(days=r.randint(10, 70), hours=3)
                row['_valid_to'] = loaded(moved)
                rows.append({**row, 'city': r.choice(cities), 'updated_at': moved,
                             '_loaded_at': loaded(moved), '_valid_to': None})
            for kind in ['home'] + (['work'] if r.random() < 0.2 else []):
                addresses.append(dict(
                    address_id=len(addresses) + 1, customer_id=number, kind=kind,
                    street=f'{r.choice(["Strandgata", "Storgata", "Kirkeveien", "Øvregaten"])} '
                           f'{r.randint(1, 120)}',
                    postcode=f'{r.randint(1000, 9990)}', city=city, country_code=country,
                    is_default=kind == 'home', _loaded_at=loaded(created), _valid_to=None))
    return people, rows, addresses


def make_shop(people):
    """Orders of the web shop with lines, payments, refunds and shipments."""
    orders, lines, payments, refunds, shipments = [], [], [], [], []
    for day in days():
        r = rng('orders', day)
        known = [p for p in people if p['created'].date() < day] or people[:5]
        growth = 1 + (day - FIRST_DAY).days / 150
        for _ in range(int(r.randint(14, 24) * growth)):
            person = r.choice(known)
            order_id = 100_000 + len(orders) + 1
            ordered = at(day, r.triangular(5 * 3600, 23.5 * 3600, 19 * 3600))
            currency = CURRENCIES[person['country']]
            per_krone = PER_KRONE[currency]
            code = r.choices([None, 'HØST10', 'VELKOMMEN', 'ブラック5'], [80, 9, 8, 3])[0]
            cancelled = r.random() < 0.04
            campaign = r.choice([c[0] for c in CAMPAIGNS]) if r.random() < 0.35 else None
            shipping = 0 if r.random() < 0.4 else int(79 * per_krone)
            total = shipping
            for line_no in range(1, r.choices([1, 2, 3, 4], [45, 30, 17, 8])[0] + 1):
                sku, krone = r.choice(BEANS if r.random() < 0.8 else GEAR)
                quantity = r.choices([1, 2, 3, 6], [70, 20, 7, 3])[0]
                discount = 10 if code == 'HØST10' else 0
                price = int(krone * per_krone)
                total += int(quantity * price * (100 - discount) / 100)
                lines.append(dict(
                    order_line_id=order_id * 10 + line_no, order_id=order_id, line_no=line_no,
                    sku=sku, quantity=quantity, unit_price_minor=price, discount_pct=discount,
                    discount_code=code, _loaded_at=loaded(ordered), _valid_to=None))
            order = dict(
                order_id=order_id, customer_id=person['customer_id'], ordered_at=ordered,
                status='placed', channel=r.choices(['web', 'app'], [70, 30])[0],
                currency=currency, shipping_fee_minor=shipping, discount_code=code,
                campaign_id=campaign, _loaded_at=loaded(ordered), _valid_to=None)
            orders.append(order)
            done = ordered + dt.timedelta(days=2, hours=r.randint(1, 60))
            order['_valid_to'] = loaded(done)
            orders.append({**order, 'status': 'cancelled' if cancelled else 'completed',
                           '_loaded_at': loaded(done), '_valid_to': None})
            paid = ordered + dt.timedelta(seconds=r.randint(5, 400))
            payments.append(dict(
                payment_id=f'pay_{order_id}', order_id=order_id,
                method=r.choices(['card', 'vipps', 'klarna', 'gift_card'], [45, 38, 12, 5])[0],
                amount_minor=total, currency=currency,
                status='failed' if cancelled and r.random() < 0.5 else 'captured',
                paid_at=paid, _loaded_at=loaded(paid), _valid_to=None))
            if cancelled or r.random() < 0.02:
                back = ordered + dt.timedelta(days=r.randint(1, 12), hours=2)
                refunds.append(dict(
                    refund_id=f'ref_{order_id}', order_id=order_id,
                    amount_minor=total if cancelled else int(total * 0.4),
                    reason=r.choice(['cancelled', 'damaged bag', 'late', 'wrong grind']),
                    refunded_at=back, _loaded_at=loaded(back), _valid_to=None))
            if not cancelled:
                shipped = ordered + dt.timedelta(hours=r.randint(10, 40))
                delivered = shipped + dt.timedelta(days=r.randint(1, 6))
                parcel = dict(
                    shipment_id=f'S{order_id}', order_id=order_id,
                    carrier=r.choice(['Posten', 'PostNord', 'Bring', 'Helthjem']),
                    tracking_code=f'FB{r.randint(10**9, 10**10 - 1)}NO', shipped_at=shipped,
                    delivered_at=pd.NaT, _loaded_at=loaded(shipped), _valid_to=loaded(delivered))
                shipments.append(parcel)
                if r.random() < 0.985:
                    shipments.append({**parcel, 'delivered_at': delivered,
                                      '_loaded_at': loaded(delivered), '_valid_to': None})
                else:
                    parcel['_valid_to'] = None
    # The shop's queue replayed a few messages on 4 November: the same orders a second time.
    replayed = [o for o in orders if o['ordered_at'].date() == dt.date(2026, 11, 4)
                and o['status'] == 'placed'][:7]
    orders.extend({**o, '_loaded_at': DUPLICATES_AT, '_valid_to': None} for o in replayed)
    return orders, lines, payments, refunds, shipments


def make_web_events(people):
    """Page views and clicks; one day's load times came with text between the numbers."""
    rows, paths = [], ['/', '/beans', '/beans/nordlys', '/abonnement', '/cart', '/om-oss/tromsø']
    for day in days(EVENTS_FIRST_DAY):
        r = rng('web', day)
        for session in range(r.randint(70, 110)):
            person = r.choice(people) if r.random() < 0.4 else None
            moment = at(day, r.randint(0, 86000))
            referrer = r.choice(['(direct)', 'instagram', 'search', 'newsletter'])
            for kind in ['page_view'] * r.randint(1, 5) + (
                    ['add_to_cart'] if r.random() < 0.3 else []) + (
                    ['checkout'] if r.random() < 0.15 else []):
                moment += dt.timedelta(seconds=r.randint(2, 90))
                load_ms = str(r.randint(80, 1900))
                row = dict(
                    event_id=len(rows) + 1, session_id=f'{day:%y%m%d}-{session:03d}',
                    customer_id=person['customer_id'] if person else None, event_type=kind,
                    page_path=r.choice(paths), referrer=referrer, occurred_at=moment,
                    load_ms=load_ms, _loaded_at=loaded(moment), _valid_to=None)
                rows.append(row)
        if day == BAD_LOAD_MS_DAY:
            for row in rows[-3:]:
                rows.append({**row, '_loaded_at': BAD_LOAD_MS_FIXED})
                row.update(load_ms='n/a', _valid_to=BAD_LOAD_MS_FIXED)
    return rows


def make_pos(people):
    """Receipts, their lines, the evening's till counts and the shifts of the cafés."""
    receipts, lines, counts, shifts = [], [], [], []
    for day in days(POS_FIRST_DAY):
        for store in STORES:
            r = rng('pos', day, store)
            if store == 'AES1' and day.weekday() == 0:
                continue  # Ålesund is closed on Mondays
            expected = 0
            for _ in range(r.randint(10, 22)):
                receipt_id = f'{store}-{day:%y%m%d}-{len(receipts) + 1:05d}'
                opened = at(day, r.randint(6 * 3600, 17 * 3600))
                total = 0
                for number in range(r.choices([1, 2, 3], [50, 35, 15])[0]):
                    sku, krone = r.choice(CAFE)
                    total += krone * 100
                    lines.append(dict(
                        receipt_line_id=f'{receipt_id}/{number + 1}', receipt_id=receipt_id,
                        sku=sku, quantity=1, unit_price_minor=krone * 100,
                        _loaded_at=loaded(opened), _valid_to=None))
                method = r.choices(['card', 'cash', 'vipps'], [62, 14, 24])[0]
                expected += total if method == 'cash' else 0
                loyal = r.choice(people)['customer_id'] if r.random() < 0.3 else None
                receipts.append(dict(
                    receipt_id=receipt_id, store_code=store, till_no=r.choice([1, 1, 2]),
                    opened_at=opened, closed_at=opened + dt.timedelta(seconds=r.randint(20, 300)),
                    total_minor=total, payment_method=method, barista=r.choice(BARISTAS[store]),
                    loyalty_customer_id=loyal, _loaded_at=loaded(opened), _valid_to=None))
            wrong = BAD_TILL_DAYS.get(str(day)) == store
            counts.append(dict(
                store_code=store, till_no=1, business_date=day, expected_minor=expected,
                counted_minor=expected + (-31_500 if wrong else r.choice([0, 0, 0, -500, 1000])),
                _loaded_at=loaded(at(day, 19 * 3600)), _valid_to=None))
            for name in BARISTAS[store]:
                start = at(day, r.choice([5, 9]) * 3600)
                shifts.append(dict(
                    shift_id=len(shifts) + 1, store_code=store, employee_name=name,
                    role='barista', started_at=start,
                    ended_at=start + dt.timedelta(minutes=r.randint(360, 540)),
                    _loaded_at=loaded(start), _valid_to=None))
    return receipts, lines, counts, shifts


def make_subscriptions(people):
    """Subscriptions with their life (paused, resumed, cancelled) and fortnightly deliveries."""
    subs, events, deliveries = [], [], []
    for person in people:
        r = rng('subscriptions', person['customer_id'])
        if r.random() > 0.32:
            continue
        number = len({s['subscription_id'] for s in subs}) + 1
        started = person['created'] + dt.timedelta(days=r.randint(0, 20), hours=1)
        sub = dict(
            subscription_id=f'ABO-{number:04d}', customer_id=person['customer_id'],
            plan_code=r.choice(['SMAK', 'HVERDAG', 'KONTOR']), status='active',
            started_at=started, cancelled_at=pd.NaT, updated_at=started,
            _loaded_at=loaded(started), _valid_to=None)
        subs.append(sub)
        life = [('started', started)]
        ended = None
        if r.random() < 0.35:
            ended = started + dt.timedelta(days=r.randint(15, 80))
            status = 'cancelled' if r.random() < 0.7 else 'paused'
            life.append((status, ended))
            sub['_valid_to'] = loaded(ended)
            subs.append({**sub, 'status': status, 'updated_at': ended,
                         'cancelled_at': ended if status == 'cancelled' else pd.NaT,
                         '_loaded_at': loaded(ended), '_valid_to': None})
        for kind, moment in life:
            events.append(dict(
                event_id=len(events) + 1, subscription_id=sub['subscription_id'],
                event_type=kind, occurred_at=moment, _loaded_at=loaded(moment), _valid_to=None))
        planned = started + dt.timedelta(days=3)
        while planned.date() <= LAST_DAY and (ended is None or planned < ended):
            krone = dict(SMAK=149, HVERDAG=259, KONTOR=990)[sub['plan_code']]
            currency = CURRENCIES[person['country']]
            deliveries.append(dict(
                delivery_id=len(deliveries) + 1, subscription_id=sub['subscription_id'],
                planned_on=planned.date(), shipped_at=planned + dt.timedelta(hours=7),
                bag_count=dict(SMAK=1, HVERDAG=2, KONTOR=8)[sub['plan_code']],
                amount_minor=int(krone * PER_KRONE[currency]), currency=currency,
                _loaded_at=loaded(planned + dt.timedelta(hours=7)), _valid_to=None))
            planned += dt.timedelta(days=14)
    return subs, events, deliveries


def make_roastery():
    """Green coffee, roast batches, cuppings, machine events and the humidity probe."""
    farms = [
        ('Kenya', 'Gatomboya', 'SL28', 'washed'), ('Ethiopia', 'Worka Chelbesa', 'Heirloom',
                                                   'natural'),
        ('Colombia', 'El Diviso – José Uribe', 'Caturra', 'washed'),
        ('Brazil', 'Fazenda São João', 'Yellow Bourbon', 'pulped natural'),
        ('Guatemala', 'Finca Peña Blanca', 'Pacamara', 'washed'),
        ('Panama', 'La Esperanza', 'Geisha', 'honey'),
    ]
    lots, batches, cuppings, machines, probe = [], [], [], [], []
    for number, day in enumerate(list(days())[::8]):
        r = rng('lots', day)
        origin, farm, variety, process = farms[number % len(farms)]
        lots.append(dict(
            lot_id=f'LOT-{number + 1:03d}', origin_country=origin, farm=farm, variety=variety,
            process=process, kg_bought=r.choice([480, 600, 960]),
            price_usd_per_kg=round(r.uniform(6.2, 11.8), 2), arrived_on=day,
            certifications=r.choice([['organic'], ['organic', 'fairtrade'], []]),
            _loaded_at=loaded(at(day, 3600)), _valid_to=None))
    for day in days():
        r = rng('roast', day)
        arrived = [lot for lot in lots if lot['arrived_on'] <= day]
        for slot in range(8 if day.weekday() < 6 else 3):
            machine = r.choice(['Probat-15', 'Loring-S35', 'Øyna-5'])
            started = at(day, (6 + slot) * 3600 + r.randint(0, 1500))
            charge = r.choice([5.0, 12.0, 15.0, 30.0])
            batch_id = f'RB-{day:%y%m%d}-{slot + 1}'
            batches.append(dict(
                batch_id=batch_id, lot_id=r.choice(arrived[-6:])['lot_id'], machine=machine,
                profile_code=r.choice(['LYS', 'MEDIUM', 'ESPRESSO']), charge_kg=charge,
                output_kg=round(charge * r.uniform(0.82, 0.88), 2), started_at=started,
                ended_at=started + dt.timedelta(seconds=r.randint(640, 800)),
                roaster_name=r.choice(['Øystein Nygård', 'Małgorzata Dąbrowska']),
                _loaded_at=loaded(started), _valid_to=None))
            if r.random() < 0.5:
                cuppings.append(dict(
                    cupping_id=len(cuppings) + 1, batch_id=batch_id,
                    cupper=r.choice(['Øystein', 'Noëmi', '葵']),
                    **{part: round(r.uniform(6.5, 9.2) * 4) / 4 for part in
                       ['aroma', 'flavour', 'acidity', 'body', 'aftertaste']},
                    notes=r.choice(['blåbær, jasmine', 'red apple 🍎', 'dark chocolate', None,
                                    'stone fruit, crème brûlée']),
                    cupped_at=started + dt.timedelta(hours=20),
                    _loaded_at=loaded(started + dt.timedelta(hours=20)), _valid_to=None))
        for _ in range(r.randint(1, 4)):
            moment = at(day, r.randint(6 * 3600, 15 * 3600))
            machines.append(dict(
                event_id=len(machines) + 1, machine=r.choice(['Probat-15', 'Loring-S35']),
                event_type=r.choice(['preheat', 'door_open', 'alarm', 'cleaning']),
                occurred_at=moment, payload=json.dumps({'code': r.randint(1, 40),
                                                        'by': r.choice(['auto', 'Øystein'])},
                                                       ensure_ascii=False),
                _loaded_at=loaded(moment), _valid_to=None))
        for hour in range(0, 24, 2):
            probe.append(dict(
                probe_id=r.choice(['P1', 'P2']), read_at=at(day, hour * 3600),
                humidity_pct=round(r.uniform(48, 63), 1),
                _loaded_at=loaded(at(day, hour * 3600)), _valid_to=None))
    return lots, batches, cuppings, machines, probe


def make_marketing(people):
    """Campaigns, spend by day and newsletter events; both exports stop for some days."""
    campaigns = [dict(zip(['campaign_id', 'campaign_name', 'channel', 'started_on', 'ended_on',
                           'budget_minor'], c), _loaded_at=dt.datetime(2026, 8, 4, 3, 30),
                      _valid_to=None) for c in CAMPAIGNS]
    spend, events = [], []
    for day in days():
        r = rng('ads', day)
        for c in campaigns:
            if not c['started_on'] <= str(day) <= (c['ended_on'] or '9999'):
                continue
            if day >= ADS_STALE_AGAIN_FROM:
                continue  # the export stands still again
            load = loaded(at(day, 23 * 3600))
            if day >= ADS_STALE_FROM:
                load = max(load, ADS_BACK_AT)
            impressions = r.randint(800, 6000)
            spend.append(dict(
                ad_day=day, channel=c['channel'], campaign_id=c['campaign_id'],
                impressions=impressions, clicks=int(impressions * r.uniform(0.004, 0.03)),
                spend_minor=r.randint(8_000, 60_000), currency='NOK', _loaded_at=load,
                _valid_to=None))
        if day.weekday() == 3 or r.random() < 0.3:
            for person in r.sample(people, 60):
                for kind in ['sent'] + (['opened'] if r.random() < 0.45 else []) + (
                        ['clicked'] if r.random() < 0.12 else []):
                    moment = at(day, r.randint(7 * 3600, 20 * 3600))
                    load = loaded(moment)
                    if day >= NEWSLETTER_STALE_FROM:
                        continue  # the export has not run since then
                    events.append(dict(
                        event_id=len(events) + 1, customer_id=person['customer_id'],
                        issue=f'Brev {day:%V}/{day:%Y}', event_type=kind, occurred_at=moment,
                        _loaded_at=load, _valid_to=None))
    return campaigns, spend, events


READINGS_SQL = """
create table raw_roastery__roast_readings as
with batches as (
  select batch_id, machine, started_at, ended_at, _loaded_at, hash(batch_id) as seed
  from raw_roastery__roast_batches where started_at >= timestamp '{first} 00:00:00'
), ticks as (
  select *, unnest(range(0, 90)) as tick from batches
)
select
  batch_id || '#' || lpad(tick::varchar, 3, '0') as reading_id, batch_id, machine,
  started_at + to_seconds(tick * 8) as read_at,
  round(200 - 110 * exp(-tick / 8.0) * (tick < 11)::int + tick * 0.24
        + (hash(seed, tick) % 400) / 100.0 - 2, 2) as bean_temp_c,
  round(235 + 12 * sin(tick / 15.0) + (hash(seed, tick, 7) % 300) / 100.0, 2) as air_temp_c,
  greatest(0, least(100, 90 - tick * 9 / 10 + (hash(seed, tick, 3) % 8)::int))::int as gas_pct,
  _loaded_at, null::timestamp as _valid_to
from ticks order by read_at
"""


def generate(path):
    """Write all rows of all tables to a database of their own."""
    people, customers, addresses = make_customers()
    orders, lines, payments, refunds, shipments = make_shop(people)
    receipts, receipt_lines, counts, shifts = make_pos(people)
    subs, sub_events, deliveries = make_subscriptions(people)
    lots, batches, cuppings, machines, probe = make_roastery()
    campaigns, spend, newsletter = make_marketing(people)
    tables = {
        'raw_shop__customers': customers, 'raw_shop__addresses': addresses,
        'raw_shop__orders': orders, 'raw_shop__order_lines': lines,
        'raw_shop__payments': payments, 'raw_shop__refunds': refunds,
        'raw_shop__shipments': shipments, 'raw_shop__web_events': make_web_events(people),
        'raw_pos__receipts': receipts, 'raw_pos__receipt_lines': receipt_lines,
        'raw_pos__till_counts': counts, 'raw_pos__shifts': shifts,
        'raw_subscriptions__subscriptions': subs,
        'raw_subscriptions__subscription_events': sub_events,
        'raw_subscriptions__deliveries': deliveries, 'raw_roastery__green_lots': lots,
        'raw_roastery__roast_batches': batches, 'raw_roastery__cuppings': cuppings,
        'raw_roastery__machine_events': machines, 'raw_roastery__humidity_probe': probe,
        'raw_marketing__campaigns': campaigns, 'raw_marketing__ad_spend': spend,
        'raw_marketing__newsletter_events': newsletter,
    }
    with duckdb.connect(path) as db:
        for name, rows in tables.items():
            frame = pd.DataFrame(rows)
            frame['_loaded_at'] = pd.to_datetime(frame['_loaded_at']).astype('datetime64[us]')
            frame['_valid_to'] = pd.to_datetime(frame['_valid_to']).astype('datetime64[us]')
            for column in ('customer_id', 'loyalty_customer_id'):
                if column in frame:
                    frame[column] = frame[column].astype('Int64')
            db.register('frame', frame)
            db.execute(f'create table {name} as select * from frame')
            db.unregister('frame')
        db.execute(READINGS_SQL.format(first=READINGS_FIRST_DAY))


def load(raw_path, path, moment):
    """Bring the project's database to what the loader had loaded by `moment`."""
    now = dt.datetime.fromisoformat(moment)
    with duckdb.connect(path) as db:
        db.execute(f"attach '{raw_path}' as raw_all (read_only)")
        names = [row[0] for row in db.execute(
            "select table_name from duckdb_tables() where database_name = 'raw_all' order by 1"
        ).fetchall()]
        for name in names:
            schema, table = name.split('__', 1)
            db.execute(f'create schema if not exists {schema}')
            if table == 'humidity_probe' and PROBE_GONE[0] <= now < PROBE_GONE[1]:
                db.execute(f'drop table if exists {schema}.{table}')
                continue
            db.execute(
                f'create or replace table {schema}.{table} as '
                f'select * exclude (_valid_to) from raw_all.{name} '
                'where _loaded_at <= ?::timestamp and (_valid_to is null or ?::timestamp < '
                '_valid_to)', [now, now])
        db.execute('detach raw_all')


if __name__ == '__main__':
    if sys.argv[1] == 'generate':
        generate(sys.argv[2])
    else:
        load(*sys.argv[2:5])
