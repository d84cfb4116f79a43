package io.confluent.ksql.parser;

import static io.confluent.ksql.parser.ErrorAssert.assertError;

import io.confluent.ksql.diagnostic.ErrorCode;
import org.junit.jupiter.api.Test;

class ErrorsTest {
  @Test
  void namesTheStatementThatWasMeant() {
    assertError("«SELCT» * FROM s;")
        .code(ErrorCode.UNKNOWN_STATEMENT)
        .message("No statement begins with 'SELCT'.")
        .hint("Did you mean SELECT?");
    assertError("«craete» STREAM s;")
        .code(ErrorCode.UNKNOWN_STATEMENT)
        .hint("Did you mean CREATE?");
    assertError("«foo»").code(ErrorCode.UNKNOWN_STATEMENT).noHint();
    assertError("«(»SELECT * FROM s)").code(ErrorCode.UNKNOWN_STATEMENT);
  }

  @Test
  void saysThatThereIsNoStatement() {
    assertError("«»").code(ErrorCode.SYNTAX).message("There is no statement.");
    assertError("«;»").code(ErrorCode.SYNTAX).message("There is no statement.");
    assertError("-- only this«»").code(ErrorCode.SYNTAX);
  }

  @Test
  void namesTheWordThatWasMeant() {
    assertError("CREATE «STRAEM» s;").code(ErrorCode.SYNTAX).hint("Did you mean STREAM?");
    assertError("SHOW «STRAEMS»;").hint("Did you mean STREAMS?");
    assertError("SELECT * «FORM» s;")
        .message("Unexpected 'FORM'; expected ',' or FROM.")
        .hint("Did you mean FROM?");
    assertError("DROP STREAM s DELETE «TOPICS»;").hint("Did you mean TOPIC?");
  }

  @Test
  void reservedWordsAreNoNames() {
    assertError("CREATE STREAM «limit» (a INT);")
        .code(ErrorCode.RESERVED_WORD)
        .message("LIMIT is a reserved word and no name.")
        .hint("Write `LIMIT` to use it as a name.");
    assertError("CREATE STREAM s («Values» INT);").code(ErrorCode.RESERVED_WORD);
    assertError("SELECT «size» FROM s;")
        .code(ErrorCode.RESERVED_WORD)
        .hint("Write `SIZE` to use it as a name.");
    assertError("SELECT «size», topic FROM s;").code(ErrorCode.RESERVED_WORD);
    assertError("SELECT a AS «table» FROM s;").code(ErrorCode.RESERVED_WORD);
    assertError("SELECT a->«values» FROM s;").code(ErrorCode.RESERVED_WORD);
  }

  @Test
  void aMissingExpressionIsNotAReservedWord() {
    assertError("SELECT «FROM» s;")
        .code(ErrorCode.SYNTAX)
        .message("Unexpected 'FROM'; expected <expression> or '*'.");
    assertError("SELECT a, «FROM» s;").code(ErrorCode.SYNTAX);
    assertError("SELECT * FROM s WHERE «GROUP» BY a;").code(ErrorCode.SYNTAX);
  }

  @Test
  void namesRulesNotTokens() {
    assertError("SELECT * FROM s WHERE«»")
        .message("Unexpected end of the statement; expected <expression>.");
    assertError("SELECT * FROM s WHERE «;»").message("Unexpected ';'; expected <expression>.");
    assertError("SELECT * FROM «'s'»;").message("Unexpected 's'; expected <name>.");
    assertError("CREATE STREAM s (a «,» b INT);").message("Unexpected ','; expected <type>.");
    assertError("SELECT * FROM s LIMIT «2.5»;")
        .message("Unexpected '2.5'; expected <whole number>.");
    assertError("SELECT * FROM s WINDOW FOO «(»SIZE 1 DAY);").code(ErrorCode.SYNTAX);
    assertError("SELECT * FROM a JOIN b WITHIN «x» ON a.i = b.i;")
        .message("Unexpected 'x'; expected <duration> or '('.");
    assertError("SELECT * FROM s WINDOW SESSION (5 «YEARS»);")
        .message("Unexpected 'YEARS'; expected <unit of time>.");
    assertError("SET 'a' = «b»;").message("Unexpected 'b'; expected <text>.");
    assertError("CREATE STREAM s WITH (a = «b»);").message("Unexpected 'b'; expected <value>.");
    assertError("CREATE STREAM s AS «foo»;").message("Unexpected 'foo'; expected <query>.");
    assertError("SELECT CAST(a«,» INT) FROM s;").message("Unexpected ','; expected AS.");
    assertError("SELECT a b «c» FROM s;").message("Unexpected 'c'; expected ',' or FROM.");
  }

  @Test
  void listsAFewOfManyPossibilities() {
    assertError("SELECT * FROM s «12»;")
        .message("Unexpected '12'; expected for example ';', AS, EMIT, FULL or GROUP.");
  }

  @Test
  void pointsAtBracketsThatAreNeverClosed() {
    assertError("SELECT (a + b «FROM» s;").code(ErrorCode.SYNTAX);
    assertError("SELECT abs(a«;»")
        .code(ErrorCode.SYNTAX)
        .hint("The ( in line 1, column 11 is never closed.");
    assertError("INSERT INTO s\nVALUES (ARRAY[1, 2]«»")
        .hint("The ( in line 2, column 8 is never closed.");
    assertError("INSERT INTO s VALUES (a[1«»").hint("The [ in line 1, column 24 is never closed.");
  }

  @Test
  void pointsAtQuotesAndCommentsThatAreNeverClosed() {
    assertError("SELECT «'»abc FROM s;")
        .code(ErrorCode.SYNTAX)
        .message("The text that begins here is never closed.")
        .hint("Close it with '");
    assertError("SELECT «\"»abc FROM s;")
        .message("The name that begins here is never closed.")
        .hint("Close it with \"");
    assertError("SELECT «`»abc FROM s;").hint("Close it with `");
    assertError("SELECT a FROM s «/*» x *;")
        .message("The comment that begins here is never closed.")
        .hint("Close it with */");
    assertError("SELECT «'»a'' FROM s;").code(ErrorCode.SYNTAX);
  }

  @Test
  void knowsCurlyQuotes() {
    assertError("«“»CREATE STREAM s;”")
        .code(ErrorCode.SYNTAX)
        .message("Curly quote “.")
        .hint("Statements stand without quotes, texts in ', names in \".");
    assertError("CREATE STREAM s WITH (kafka_topic=«‘»t’);")
        .hint("Write the straight quote ' around texts.");
    assertError("SELECT «#» FROM s;").message("The character # (U+0023) has no meaning here.");
    assertError("SELECT a FROM s; «\u0001»")
        .message("The character  (U+0001) has no meaning here.");
    assertError("SELECT «😀» FROM s").message("The character 😀 (U+1F600) has no meaning here.");
  }

  @Test
  void textsStandInSingleQuotes() {
    assertError("CREATE STREAM s WITH (kafka_topic=«\"t\"»);")
        .hint("Texts stand in single quotes: 't'.");
    assertError("SET «\"a\"» = 'b';").hint("Texts stand in single quotes: 'a'.");
  }

  @Test
  void equalityIsOneSign() {
    assertError("SELECT * FROM s WHERE a =«=» b;").hint("Write a single = to compare.");
  }

  @Test
  void seesMissingSemicolons() {
    assertError("SHOW STREAMS «SHOW» TABLES;").hint("Put a semicolon before the next statement.");
    assertError("CREATE STREAM s WITH (a=1) «SELECT» * FROM s;")
        .hint("Put a semicolon before the next statement.");
    assertError("SHOW STREAMS; «SHOW» TABLES;").hint("Only one statement can stand here.");
  }

  @Test
  void knowsTheOrderOfClauses() {
    String order = "The order is FROM, WINDOW, WHERE, GROUP BY, PARTITION BY, HAVING, EMIT, LIMIT.";
    assertError("SELECT * FROM s EMIT CHANGES «WHERE» a = 1;").hint(order);
    assertError("SELECT * FROM s GROUP BY a «WHERE» a = 1;").hint(order);
    assertError("SELECT * FROM s LIMIT 1 «EMIT» CHANGES;").hint(order);
  }

  @Test
  void literalsHaveLimits() {
    assertError("SELECT «9223372036854775808» FROM s;")
        .code(ErrorCode.INVALID_LITERAL)
        .message("The number 9223372036854775808 is too large for BIGINT.");
    assertError("SELECT «-9223372036854775809» FROM s;").code(ErrorCode.INVALID_LITERAL);
    assertError("SELECT «1.7976931348623159E308» FROM s;")
        .code(ErrorCode.INVALID_LITERAL)
        .message("The number 1.7976931348623159E308 is too large for DOUBLE.");
    assertError("SELECT «- 1E999» FROM s;").code(ErrorCode.INVALID_LITERAL);
    assertError("SELECT DECIMAL «'1E5'» FROM s;")
        .code(ErrorCode.INVALID_LITERAL)
        .hint("Write it like DECIMAL '1.50'.");
    assertError("SELECT «1." + "0".repeat(2000) + "» FROM s;").code(ErrorCode.INVALID_LITERAL);
    assertError("SELECT * FROM s LIMIT «99999999999»;").code(ErrorCode.INVALID_LITERAL);
    assertError("SELECT * FROM s WINDOW SESSION («9223372036854775807» DAYS);")
        .code(ErrorCode.INVALID_LITERAL);
    assertError("SELECT a LIKE 'b' ESCAPE «'xx'» FROM s;")
        .code(ErrorCode.INVALID_LITERAL)
        .message("ESCAPE takes one character, this has 2.");
    assertError("SELECT * FROM s LIMIT «-1»;").code(ErrorCode.INVALID_PULL_QUERY);
    assertError("SELECT * FROM s EMIT CHANGES LIMIT «-1»;").code(ErrorCode.INVALID_LITERAL);
  }

  @Test
  void namesHaveLimits() {
    assertError("SELECT * FROM «`a b`»;")
        .code(ErrorCode.SYNTAX)
        .message("The name a b is not one for a stream or table.")
        .hint("Such names are made of letters, digits, '_' and '-'.");
    assertError("SELECT * FROM s AS «`a.b`»;").code(ErrorCode.SYNTAX);
    assertError("SELECT «``» FROM s;").message("A name cannot be empty.");
    assertError("PRINT «''»;").message("A name cannot be empty.");
    assertError("DEFINE «1a» = 'x';").message("The name 1a is not one for a variable.");
  }

  @Test
  void keysOfStreamsAndTablesDiffer() {
    assertError("CREATE TABLE t (id INT «KEY»);")
        .code(ErrorCode.SYNTAX)
        .message("Column ID: the key of a table is its primary key.")
        .hint("Write PRIMARY KEY.");
    assertError("CREATE STREAM s (id INT «PRIMARY KEY»);")
        .message("Column ID: a stream has no primary key.")
        .hint("Write KEY.");
  }

  @Test
  void typesAreNoWordsOfTheGrammar() {
    assertError("SELECT CAST(a AS «NULL») FROM s;").code(ErrorCode.RESERVED_WORD);
    assertError("CREATE STREAM s (k STRING («KEY»));").code(ErrorCode.SYNTAX);
    assertError("ARRAY<INT«»", SqlParser::parseType)
        .message("Unexpected end of the statement; expected '(', '>' or ARRAY.");
    assertError("1 + «*»", SqlParser::parseExpression)
        .message("Unexpected '*'; expected <expression>.");
    assertError("a «b»", SqlParser::parseExpression).code(ErrorCode.SYNTAX);
  }

  @Test
  void listsStandOnlyWhereTheyMeanSomething() {
    assertError("SELECT (a«,» b) FROM s;")
        .code(ErrorCode.SYNTAX)
        .message("A list in brackets cannot stand here.");
    assertError("SELECT a + b«->»* FROM s;").code(ErrorCode.SYNTAX);
    assertError("EXPLAIN EXPLAIN «q»;").code(ErrorCode.SYNTAX);
  }

  @Test
  void knowsWhatOtherDialectsHave() {
    assertError("SELECT «DISTINCT» a FROM s;")
        .code(ErrorCode.SYNTAX)
        .hint("There is no DISTINCT; use GROUP BY, or COUNT_DISTINCT(x) to count.");
    assertError("SELECT COUNT(«DISTINCT» a) FROM s;").code(ErrorCode.SYNTAX);
    String subquery = "There are no queries inside queries; create a stream or table of it.";
    assertError("SELECT * FROM «(»SELECT * FROM s);").hint(subquery);
    assertError("SELECT * FROM s WHERE a IN («SELECT» a FROM t);").hint(subquery);
    assertError("SELECT * FROM s ORDER «BY» a;")
        .hint("There is no ORDER BY: rows come as they happen.");
    assertError("SELECT * FROM s a«,» t b;").hint("Write JOIN .. ON to read from two.");
    assertError("PRINT electric«-»temperature;")
        .hint("A name with other signs than letters, digits and '_' stands in quotes.");
    assertError("SELECT DATEADD(«MONTHS», 1, d) FROM s;")
        .code(ErrorCode.SYNTAX)
        .hint("Units are MILLISECONDS, SECONDS, MINUTES, HOURS and DAYS.");
  }

  @Test
  void someFormsAreKnownButNotSupported() {
    assertError("SELECT a «AT TIME ZONE 'UTC'» FROM s;")
        .code(ErrorCode.NOT_SUPPORTED)
        .hint("Use CONVERT_TZ(timestamp, from, to).");
  }

  @Test
  void pointsAtVariablesWithoutValue() {
    assertError("SELECT * FROM «${Name}»;")
        .code(ErrorCode.INVALID_VARIABLE)
        .message("Variable Name is not defined.")
        .hint("Define it before: DEFINE Name = '..';");
  }

  @Test
  void serversTakeNoStatementsOfTools() {
    assertError("«RUN SCRIPT 'a'»;")
        .code(ErrorCode.SYNTAX)
        .message("RUN SCRIPT is no statement of the server.");
    assertError("«ASSERT VALUES s VALUES (1)»;").code(ErrorCode.SYNTAX);
    assertError("«ASSERT NULL VALUES s KEY (1)»").code(ErrorCode.SYNTAX);
    assertError("«ASSERT STREAM s (a INT)»;").hint("It belongs into files of SQL tests.");
    assertError("EXPLAIN «RUN SCRIPT 'a'»;").code(ErrorCode.SYNTAX);
  }

  @Test
  void placesCountCharsAlsoAfterSymbolsOfTwo() {
    assertError("SELECT '😀😀' «)» FROM s;").code(ErrorCode.SYNTAX);
  }
}
