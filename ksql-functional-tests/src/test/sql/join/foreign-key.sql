--@test: rows of a table meet the row that they name, and follow its changes
CREATE TABLE orders (id INT PRIMARY KEY, item INT, amount INT) WITH (kafka_topic='orders', value_format='JSON');
CREATE TABLE items (id INT PRIMARY KEY, name STRING) WITH (kafka_topic='items', value_format='JSON');
CREATE TABLE o AS SELECT orders.id AS id, name, amount FROM orders JOIN items ON orders.item = items.id;
ASSERT TABLE o (id INT PRIMARY KEY, name STRING, amount INT);
INSERT INTO items VALUES (1, 'nut');
INSERT INTO orders VALUES (10, 1, 5);
INSERT INTO orders VALUES (11, 2, 6);
INSERT INTO items VALUES (1, 'bolt');
INSERT INTO orders VALUES (10, NULL, 5);
ASSERT VALUES o (id, name, amount) VALUES (10, 'nut', 5);
ASSERT VALUES o (id, name, amount) VALUES (10, 'bolt', 5);
ASSERT NULL VALUES o (id) KEY (10);

--@test: a left join by foreign key keeps rows that name none
CREATE TABLE orders (id INT PRIMARY KEY, item INT) WITH (kafka_topic='orders', value_format='JSON');
CREATE TABLE all_items (id INT PRIMARY KEY, name STRING) WITH (kafka_topic='items', value_format='JSON');
CREATE TABLE items AS SELECT * FROM all_items WHERE name <> 'gone';
CREATE TABLE o AS SELECT orders.id AS id, items.id AS item, name FROM orders LEFT JOIN items ON item = items.id;
INSERT INTO orders VALUES (10, 1);
INSERT INTO all_items VALUES (1, 'nut');
INSERT INTO orders VALUES (11, NULL);
INSERT INTO all_items VALUES (1, 'gone');
ASSERT VALUES o (id, item, name) VALUES (10, NULL, NULL);
ASSERT VALUES o (id, item, name) VALUES (10, 1, 'nut');
ASSERT VALUES o (id, item, name) VALUES (11, NULL, NULL);
ASSERT VALUES o (id, item, name) VALUES (10, NULL, NULL);

--@test: the name may be an expression, or part of a key
CREATE TABLE orders (shop INT PRIMARY KEY, number INT PRIMARY KEY, amount INT) WITH (kafka_topic='orders', key_format='JSON', value_format='JSON');
CREATE TABLE shops (id INT PRIMARY KEY, name STRING) WITH (kafka_topic='shops', value_format='JSON');
CREATE TABLE o AS SELECT shop, number, name FROM orders JOIN shops ON shop + 100 = shops.id;
CREATE TABLE p AS SELECT shop, number, name FROM orders LEFT JOIN shops ON shops.id = shop;
ASSERT TABLE o (shop INT PRIMARY KEY, number INT PRIMARY KEY, name STRING);
INSERT INTO shops VALUES (101, 'here');
INSERT INTO orders VALUES (1, 7, 5);
ASSERT VALUES o (shop, number, name) VALUES (1, 7, 'here');
ASSERT VALUES p (shop, number, name) VALUES (1, 7, NULL);

--@test: a deleted row of the left table is deleted from the result
CREATE TABLE all_orders (id INT PRIMARY KEY, item INT, amount INT) WITH (kafka_topic='orders', value_format='JSON');
CREATE TABLE items (id INT PRIMARY KEY, name STRING) WITH (kafka_topic='items', value_format='JSON');
CREATE TABLE orders AS SELECT * FROM all_orders WHERE amount > 0;
CREATE TABLE o AS SELECT orders.id AS id, name FROM orders JOIN items ON item = items.id;
INSERT INTO items VALUES (1, 'nut');
INSERT INTO all_orders VALUES (10, 1, 5);
INSERT INTO all_orders VALUES (10, 1, 0);
INSERT INTO items VALUES (1, 'bolt');
ASSERT VALUES o (id, name) VALUES (10, 'nut');
ASSERT NULL VALUES o (id) KEY (10);

--@test: behind a join by foreign key tables can be joined by key
CREATE TABLE a (id INT PRIMARY KEY, b_id INT) WITH (kafka_topic='a', value_format='JSON');
CREATE TABLE b (id INT PRIMARY KEY, v INT) WITH (kafka_topic='b', value_format='JSON');
CREATE TABLE c (id INT PRIMARY KEY, w INT) WITH (kafka_topic='c', value_format='JSON');
CREATE TABLE o AS SELECT a.id AS id, v, w FROM a JOIN b ON a.b_id = b.id LEFT JOIN c ON a.id = c.id;
INSERT INTO b VALUES (5, 50);
INSERT INTO a VALUES (1, 5);
INSERT INTO c VALUES (1, 60);
ASSERT VALUES o (id, v, w) VALUES (1, 50, NULL);
ASSERT VALUES o (id, v, w) VALUES (1, 50, 60);

--@test: keys of the named table keep their format
CREATE TABLE orders (id INT PRIMARY KEY, item INT) WITH (kafka_topic='orders', key_format='DELIMITED', value_format='JSON');
CREATE TABLE items (id INT PRIMARY KEY, name STRING) WITH (kafka_topic='items', key_format='JSON', value_format='DELIMITED');
CREATE TABLE o AS SELECT orders.id AS id, name FROM orders JOIN items ON item = items.id;
INSERT INTO orders VALUES (10, 1);
INSERT INTO items VALUES (1, 'nut');
ASSERT VALUES o (id, name) VALUES (10, 'nut');
