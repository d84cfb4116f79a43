package io.confluent.ksql.parser.syntax;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.ATN;
import org.antlr.v4.runtime.atn.ATNState;
import org.antlr.v4.runtime.atn.PrecedencePredicateTransition;
import org.antlr.v4.runtime.atn.RuleStopState;
import org.antlr.v4.runtime.atn.RuleTransition;
import org.antlr.v4.runtime.atn.Transition;

/**
 * What would have fitted where the parser stopped.
 *
 * <p>The parser itself knows only some of it: what it has decided against by looking ahead is lost.
 * This walks the grammar's automaton over the tokens that were fine, along all ways at once, and
 * collects what the ways would take next: rules that people have a name for, and tokens.
 */
final class Expectations {
  private static final ATN GRAMMAR = KsqlGrammarParser._ATN;
  private static final int MAX_TOKEN = KsqlGrammarParser.VOCABULARY.getMaxTokenType();

  private final List<Token> tokens;
  private final int end;
  private final Map<Call, Set<Integer>> ends = new HashMap<>();
  private final Set<Integer> rules = new TreeSet<>();
  private final Set<Integer> tokenTypes = new TreeSet<>();

  private Expectations(List<Token> tokens, int end) {
    this.tokens = tokens;
    this.end = end;
  }

  /** What would have fitted at the offending token. */
  static Expectations at(int offending, List<Token> tokens, Entry<?> entry) {
    Expectations found = new Expectations(tokens, offending);
    found.walk(new Call(entry.rule(), 0, 0));
    return found;
  }

  /** Indexes of rules of the grammar, only such as people have a name for. */
  Set<Integer> rules() {
    return rules;
  }

  /** Types of tokens, without those that a rule of {@link #rules} begins with. */
  Set<Integer> tokenTypes() {
    return tokenTypes;
  }

  /** Goes through a rule; yields at which tokens it may end. */
  private Set<Integer> walk(Call call) {
    Set<Integer> stops = new HashSet<>();
    Set<Place> seen = new HashSet<>();
    Deque<Place> open = new ArrayDeque<>();
    open.push(new Place(GRAMMAR.ruleToStartState[call.rule], call.index));
    while (!open.isEmpty()) {
      Place place = open.pop();
      if (!seen.add(place)) {
        continue;
      }
      if (place.state instanceof RuleStopState) {
        stops.add(place.index);
        continue;
      }
      for (Transition transition : place.state.getTransitions()) {
        ATNState target =
            transition instanceof RuleTransition rule ? rule.followState : transition.target;
        for (int next : follow(transition, place.index, call.precedence)) {
          open.push(new Place(target, next));
        }
      }
    }
    return stops;
  }

  /** At which tokens the parser may be after a transition taken at a token. */
  private Set<Integer> follow(Transition transition, int index, int precedence) {
    if (transition instanceof RuleTransition rule) {
      if (index == end && RuleNames.of(rule.ruleIndex).isPresent()) {
        rules.add(rule.ruleIndex);
        return Set.of();
      }
      return ends(new Call(rule.ruleIndex, index, rule.precedence));
    }
    if (transition instanceof PrecedencePredicateTransition operator) {
      return operator.precedence >= precedence ? Set.of(index) : Set.of();
    }
    if (transition.isEpsilon()) {
      return Set.of(index);
    }
    if (index < end) {
      boolean fits = transition.matches(tokens.get(index).getType(), 1, MAX_TOKEN);
      return fits ? Set.of(index + 1) : Set.of();
    }
    if (transition.label() != null) {
      tokenTypes.addAll(transition.label().toSet());
    }
    return Set.of();
  }

  private Set<Integer> ends(Call call) {
    Set<Integer> known = ends.get(call);
    if (known == null) {
      known = walk(call);
      ends.put(call, known);
    }
    return known;
  }

  private record Call(int rule, int index, int precedence) {}

  private record Place(ATNState state, int index) {}
}
