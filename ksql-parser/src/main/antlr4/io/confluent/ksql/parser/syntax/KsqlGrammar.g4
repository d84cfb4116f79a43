grammar KsqlGrammar;

options {
  caseInsensitive = true;
}

// ---------------------------------------------------------------------------------------------
// What may be parsed by itself

singleStatement
    : statement ';'? EOF
    ;

singleExpression
    : expression EOF
    ;

singleType
    : type EOF
    ;

// ---------------------------------------------------------------------------------------------
// Statements

statement
    : plainStatement                                                              # plain
    | EXPLAIN (plainStatement | identifier)                                       # explain
    ;

plainStatement
    : query                                                                       # queryStatement
    | CREATE (OR REPLACE)? SOURCE? sourceKind ifNotExists? sourceName
      columns? withClause?                                                        # createSource
    | CREATE (OR REPLACE)? sourceKind ifNotExists? sourceName
      withClause? AS query                                                        # createAsSelect
    | CREATE connectorKind CONNECTOR ifNotExists? identifier withClause           # createConnector
    | CREATE TYPE ifNotExists? identifier AS type                                 # createType
    | INSERT INTO sourceName withClause? query                                    # insertSelect
    | INSERT INTO sourceName names? VALUES '(' values? ')'                        # insertValues
    | DROP sourceKind ifExists? sourceName (DELETE TOPIC)?                        # dropSource
    | DROP CONNECTOR ifExists? identifier                                         # dropConnector
    | DROP TYPE ifExists? identifier                                              # dropType
    | ALTER sourceKind sourceName addColumn (',' addColumn)*                      # alterSource
    | ALTER SYSTEM name=string '=' value=string                                   # alterSystem
    | list STREAMS EXTENDED?                                                      # showStreams
    | list TABLES EXTENDED?                                                       # showTables
    | list (ALL | REGISTERED)? TOPICS EXTENDED?                                   # showTopics
    | list FUNCTIONS EXTENDED?                                                    # showFunctions
    | list PROPERTIES                                                             # showProperties
    | list QUERIES EXTENDED?                                                      # showQueries
    | list TYPES                                                                  # showTypes
    | list VARIABLES                                                              # showVariables
    | list connectorKind? CONNECTORS                                              # showConnectors
    | list CONNECTOR PLUGINS                                                      # showConnectorPlugins
    | DESCRIBE STREAMS EXTENDED?                                                  # describeStreams
    | DESCRIBE TABLES EXTENDED?                                                   # describeTables
    | DESCRIBE FUNCTION identifier                                                # describeFunction
    | DESCRIBE CONNECTOR identifier                                               # describeConnector
    | DESCRIBE sourceName EXTENDED?                                               # describeSource
    | DESCRIBE EXTENDED sourceName                                                # describeSource
    | PRINT topicName (FROM BEGINNING)?
      ((INTERVAL | SAMPLE) interval=integer)? (LIMIT count=integer)?              # print
    | action=(TERMINATE | PAUSE | RESUME) (ALL | QUERY? identifier)               # queryControl
    | SET name=string '=' value=string                                            # setProperty
    | UNSET string                                                                # unsetProperty
    | DEFINE variableName '=' string                                              # define
    | UNDEFINE variableName                                                       # undefine
    | ASSERT (NOT EXISTS)? TOPIC topicName withClause? timeout?                   # assertTopic
    | ASSERT (NOT EXISTS)? SCHEMA (SUBJECT topicName)? (ID integer)? timeout?     # assertSchema
    | ASSERT VALUES sourceName names? VALUES '(' values? ')'                      # assertValues
    | ASSERT NULL VALUES sourceName names? KEY '(' values? ')'                    # assertTombstone
    | ASSERT sourceKind sourceName columns? withClause?                           # assertSource
    | RUN SCRIPT string                                                           # runScript
    ;

sourceKind: STREAM | TABLE;
connectorKind: SOURCE | SINK;
list: LIST | SHOW;
ifNotExists: IF NOT EXISTS;
ifExists: IF EXISTS;
timeout: TIMEOUT duration;

columns: '(' column (',' column)* ')';
column: identifier type role?;
role
    : PRIMARY KEY             # primaryKeyRole
    | KEY                     # keyRole
    | HEADERS                 # headersRole
    | HEADER '(' string ')'   # headerRole
    ;
addColumn: ADD COLUMN? identifier type;

withClause: WITH '(' property (',' property)* ')';
property: (identifier | string) '=' constant;

names: '(' identifier (',' identifier)* ')';
values: expression (',' expression)*;

// ---------------------------------------------------------------------------------------------
// Queries

query
    : SELECT selectItem (',' selectItem)*
      FROM relation
      (WINDOW window)?
      (WHERE where=expression)?
      (GROUP BY groupBy)?
      (PARTITION BY partitionBy)?
      (HAVING having=expression)?
      (EMIT emit=(CHANGES | FINAL))?
      (LIMIT limit)?
    ;

limit: '-'? integer;

// No alternative for expression->* apart: it would have to be read twice to tell them apart.
selectItem
    : '*'                                           # allColumns
    | identifier '.' '*'                            # allColumns
    | expression ('->' '*' | AS? identifier)?       # selectedExpression
    ;

relation
    : aliasedSource                                                               # plainRelation
    | relation joinType? JOIN aliasedSource (WITHIN within)? ON expression        # join
    ;

aliasedSource: sourceName (AS? alias=sourceName)?;

joinType
    : INNER
    | LEFT OUTER?
    | RIGHT OUTER?
    | FULL OUTER?
    ;

within
    : (both=duration | '(' before=duration ',' after=duration ')') (GRACE PERIOD grace=duration)?
    ;

window
    : identifier? TUMBLING '(' SIZE size=duration windowOptions ')'               # tumblingWindow
    | identifier? HOPPING '(' SIZE size=duration ',' ADVANCE BY advance=duration
      windowOptions ')'                                                           # hoppingWindow
    | identifier? SESSION '(' gap=duration windowOptions ')'                      # sessionWindow
    ;

windowOptions: (',' RETENTION retention=duration)? (',' GRACE PERIOD grace=duration)?;

groupBy
    : expression (',' expression)*
    | '(' ')'
    ;

// No bare AND, OR, NOT or comparison here: the language has none in this place.
partitionBy
    : operand (',' operand)*
    | '(' ')'
    ;

duration: integer unit;

unit
    : MILLISECOND | MILLISECONDS
    | SECOND | SECONDS
    | MINUTE | MINUTES
    | HOUR | HOURS
    | DAY | DAYS
    ;

// ---------------------------------------------------------------------------------------------
// Expressions; the first alternative binds tightest

expression
    : predicate                         # plainPredicate
    | NOT expression                    # not
    | expression AND expression         # and
    | expression OR expression          # or
    ;

predicate: operand test?;

test
    : comparison right=operand                                  # comparisonTest
    | NOT? BETWEEN low=operand AND high=operand                 # betweenTest
    | NOT? IN '(' expression (',' expression)* ')'              # inTest
    | NOT? LIKE pattern=operand (ESCAPE escape=string)?         # likeTest
    | IS NOT? NULL                                              # nullTest
    ;

comparison
    : '=' | '<>' | '!=' | '<' | '<=' | '>' | '>='
    | IS NOT? DISTINCT FROM
    ;

operand
    : primary                                           # plainPrimary
    | operand AT TIME ZONE string                       # atTimeZone
    | sign=('-' | '+') operand                          # signed
    | left=operand op=('*' | '/' | '%') right=operand   # arithmetic
    | left=operand op=('+' | '-') right=operand         # arithmetic
    | left=operand '||' right=operand                   # concatenation
    ;

primary
    : literal                                                           # literalPrimary
    | CASE when+ (ELSE otherwise=expression)? END                       # searchedCase
    | CASE subject=expression when+ (ELSE otherwise=expression)? END    # simpleCase
    | CAST '(' expression AS type ')'                                   # cast
    | ARRAY '[' values? ']'                                             # arrayConstructor
    | MAP '(' (mapEntry (',' mapEntry)*)? ')'                           # mapConstructor
    | STRUCT '(' (structEntry (',' structEntry)*)? ')'                  # structConstructor
    | identifier '(' ('*' | argument (',' argument)*)? ')'              # call
    | source=identifier '.' name=identifier                             # columnReference
    | name=identifier                                                   # columnReference
    | '(' expression (',' expression)* ')'                              # nested
    | primary '->' identifier                                           # dereference
    | primary '[' expression ']'                                        # subscript
    ;

when: WHEN condition=expression THEN result=expression;
mapEntry: key=expression ':=' entry=expression;
structEntry: identifier ':=' expression;

argument
    : expression                                                        # plainArgument
    | parameter=identifier '=>' expression                              # lambda
    | '(' identifier (',' identifier)* ')' '=>' expression              # lambda
    | (MILLISECOND | MILLISECONDS | SECONDS | MINUTES | HOURS | DAYS
      | MONTHS | YEARS)                                                 # unitArgument
    ;

// ---------------------------------------------------------------------------------------------
// Constants, types, names

constant: ('-' | '+')? number | text | truth;
literal: number | text | truth;

number
    : INTEGER_VALUE         # integerNumber
    | DECIMAL_VALUE         # decimalNumber
    | FLOAT_VALUE           # floatNumber
    | DECIMAL string        # typedDecimal
    ;
text: string;
truth: TRUE | FALSE | NULL;

integer: INTEGER_VALUE;
string: STRING_VALUE;

type
    : ARRAY '<' type '>'                                # arrayType
    | MAP '<' key=type ',' value=type '>'               # mapType
    | STRUCT ('<' field (',' field)* '>' | '<' '>' | '<>')   # structType
    | (identifier | DECIMAL) ('(' typeParameter (',' typeParameter)* ')')?   # namedType
    | type ARRAY                                        # arrayType
    ;
field: identifier type;
typeParameter: integer | STRING;

sourceName: identifier;
topicName: identifier | string;
variableName: ~(';' | '=' | STRING_VALUE);

identifier
    : IDENTIFIER
    | DIGIT_IDENTIFIER
    | QUOTED_IDENTIFIER
    | BACKQUOTED_IDENTIFIER
    | nonReserved
    ;

nonReserved
    : ADD | ALTER | ANALYZE | ARRAY | ASSERT | CHANGES | COLUMN | COLUMNS | DATE | DAY | DEFINE
    | EMIT | ESCAPE | EXPLAIN | FINAL | FUNCTION | FUNCTIONS | GRACE | HEADER | HEADERS | HOUR | ID
    | IF | INTEGER | INTERVAL | KEY | MAP | MINUTE | MONTH | PARTITION | PARTITIONS | PERIOD
    | PLUGINS | PRIMARY | REGISTERED | REPLACE | RESET | SCHEMA | SECOND | SESSION | SET | SHOW
    | SINK | SOURCE | STRING | STRUCT | SUBJECT | SYSTEM | TABLES | TIME | TIMEOUT | TIMESTAMP
    | TYPE | TYPES | UNDEFINE | VARIABLES | YEAR | ZONE
    ;

// ---------------------------------------------------------------------------------------------
// Words

ADD: 'ADD';
ADVANCE: 'ADVANCE';
ALL: 'ALL';
ALTER: 'ALTER';
ANALYZE: 'ANALYZE';
AND: 'AND';
ARRAY: 'ARRAY';
AS: 'AS';
ASSERT: 'ASSERT';
AT: 'AT';
BEGINNING: 'BEGINNING';
BETWEEN: 'BETWEEN';
BY: 'BY';
CASE: 'CASE';
CAST: 'CAST';
CATALOG: 'CATALOG';
CHANGES: 'CHANGES';
COLUMN: 'COLUMN';
COLUMNS: 'COLUMNS';
CONNECTOR: 'CONNECTOR';
CONNECTORS: 'CONNECTORS';
CREATE: 'CREATE';
DATE: 'DATE';
DAY: 'DAY';
DAYS: 'DAYS';
DECIMAL: 'DECIMAL';
DEFINE: 'DEFINE';
DELETE: 'DELETE';
DESCRIBE: 'DESCRIBE';
DISTINCT: 'DISTINCT';
DROP: 'DROP';
ELSE: 'ELSE';
EMIT: 'EMIT';
END: 'END';
ESCAPE: 'ESCAPE';
EXISTS: 'EXISTS';
EXPLAIN: 'EXPLAIN';
EXPORT: 'EXPORT';
EXTENDED: 'EXTENDED';
FALSE: 'FALSE';
FINAL: 'FINAL';
FROM: 'FROM';
FULL: 'FULL';
FUNCTION: 'FUNCTION';
FUNCTIONS: 'FUNCTIONS';
GRACE: 'GRACE';
GROUP: 'GROUP';
HAVING: 'HAVING';
HEADER: 'HEADER';
HEADERS: 'HEADERS';
HOPPING: 'HOPPING';
HOUR: 'HOUR';
HOURS: 'HOURS';
ID: 'ID';
IF: 'IF';
IN: 'IN';
INNER: 'INNER';
INSERT: 'INSERT';
INTEGER: 'INTEGER';
INTERVAL: 'INTERVAL';
INTO: 'INTO';
IS: 'IS';
JOIN: 'JOIN';
KEY: 'KEY';
LEFT: 'LEFT';
LIKE: 'LIKE';
LIMIT: 'LIMIT';
LIST: 'LIST';
LOAD: 'LOAD';
MAP: 'MAP';
MATERIALIZED: 'MATERIALIZED';
MILLISECOND: 'MILLISECOND';
MILLISECONDS: 'MILLISECONDS';
MINUTE: 'MINUTE';
MINUTES: 'MINUTES';
MONTH: 'MONTH';
MONTHS: 'MONTHS';
NAMESPACE: 'NAMESPACE';
NOT: 'NOT';
NULL: 'NULL';
ON: 'ON';
OR: 'OR';
OUTER: 'OUTER';
PARTITION: 'PARTITION';
PARTITIONS: 'PARTITIONS';
PAUSE: 'PAUSE';
PERIOD: 'PERIOD';
PLUGINS: 'PLUGINS';
PRIMARY: 'PRIMARY';
PRINT: 'PRINT';
PROPERTIES: 'PROPERTIES';
QUERIES: 'QUERIES';
QUERY: 'QUERY';
REGISTERED: 'REGISTERED';
RENAME: 'RENAME';
REPLACE: 'REPLACE';
RESET: 'RESET';
RESUME: 'RESUME';
RETENTION: 'RETENTION';
RIGHT: 'RIGHT';
RUN: 'RUN';
SAMPLE: 'SAMPLE';
SCHEMA: 'SCHEMA';
SCRIPT: 'SCRIPT';
SECOND: 'SECOND';
SECONDS: 'SECONDS';
SELECT: 'SELECT';
SESSION: 'SESSION';
SET: 'SET';
SHOW: 'SHOW';
SINK: 'SINK';
SIZE: 'SIZE';
SOURCE: 'SOURCE';
STREAM: 'STREAM';
STREAMS: 'STREAMS';
STRING: 'STRING';
STRUCT: 'STRUCT';
SUBJECT: 'SUBJECT';
SYSTEM: 'SYSTEM';
TABLE: 'TABLE';
TABLES: 'TABLES';
TERMINATE: 'TERMINATE';
THEN: 'THEN';
TIME: 'TIME';
TIMEOUT: 'TIMEOUT';
TIMESTAMP: 'TIMESTAMP';
TO: 'TO';
TOPIC: 'TOPIC';
TOPICS: 'TOPICS';
TRUE: 'TRUE';
TUMBLING: 'TUMBLING';
TYPE: 'TYPE';
TYPES: 'TYPES';
UNDEFINE: 'UNDEFINE';
UNSET: 'UNSET';
VALUES: 'VALUES';
VARIABLES: 'VARIABLES';
VIEW: 'VIEW';
WHEN: 'WHEN';
WHERE: 'WHERE';
WINDOW: 'WINDOW';
WITH: 'WITH';
WITHIN: 'WITHIN';
YEAR: 'YEAR';
YEARS: 'YEARS';
ZONE: 'ZONE';

// ---------------------------------------------------------------------------------------------
// Signs

SEMICOLON: ';';
COMMA: ',';
DOT: '.';
OPEN: '(';
CLOSE: ')';
OPEN_BRACKET: '[';
CLOSE_BRACKET: ']';
EQUAL: '=';
NOT_EQUAL: '<>';
NOT_EQUAL_TOO: '!=';
LESS: '<';
LESS_OR_EQUAL: '<=';
GREATER: '>';
GREATER_OR_EQUAL: '>=';
PLUS: '+';
MINUS: '-';
ASTERISK: '*';
SLASH: '/';
PERCENT: '%';
CONCAT: '||';
ASSIGN: ':=';
ARROW: '->';
LAMBDA: '=>';

// ---------------------------------------------------------------------------------------------
// Literals and names

STRING_VALUE: '\'' (~'\'' | '\'\'')* '\'';

INTEGER_VALUE: DIGIT+;
DECIMAL_VALUE: DIGIT+ '.' DIGIT* | '.' DIGIT+;
FLOAT_VALUE: (DIGIT+ ('.' DIGIT*)? | '.' DIGIT+) 'E' [+-]? DIGIT+;

IDENTIFIER: [A-Z_] [A-Z0-9_@]*;
DIGIT_IDENTIFIER: DIGIT [A-Z0-9_@]*;
QUOTED_IDENTIFIER: '"' (~'"' | '""')* '"';
BACKQUOTED_IDENTIFIER: '`' (~'`' | '``')* '`';

fragment DIGIT: [0-9];

LINE_COMMENT: '--' ~[\r\n]* -> channel(HIDDEN);
BLOCK_COMMENT: '/*' .*? '*/' -> channel(HIDDEN);
CONTINUATION: '\\' [ \t]* ('\r'? '\n' | EOF) -> channel(HIDDEN);
BLANK: [\p{White_Space}\u001C-\u001F\u200B\uFEFF]+ -> channel(HIDDEN);

// What the grammar above never uses, so that the lexer takes any text and the parser points at it.
VARIABLE: '${' ~[{}]* '}';
UNCLOSED_STRING: '\'' (~'\'' | '\'\'')*;
UNCLOSED_NAME: '"' (~'"' | '""')* | '`' (~'`' | '``')*;
UNCLOSED_COMMENT: '/*' (~'*' | '*'+ ~[*/])* '*'*;
UNRECOGNIZED: .;
