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
import org.antlr.v4.runtime.atn.RuleStartState;
import org.antlr.v4.runtime.atn.RuleStopState;
import org.antlr.v4.runtime.atn.RuleTransition;
import org.antlr.v4.runtime.atn.Transition;

/**
 * What would have fitted where the parser stopped.
 *
 * <p>The parser decides by looking ahead, so at an error it only knows where the decision began.
 * This walks the grammar's automaton from there over the tokens that were fine, along all ways at
 * once, and collects what the ways would take next: rules that people have a name for, and tokens.
 */
final class Expectations {
  private static final ATN GRAMMAR = KsqlGrammarParser._ATN;
  private static final int MAX_TOKEN = KsqlGrammarParser.VOCABULARY.getMaxTokenType();

  private final List<Token> tokens;
  private final int end;
  private final Map<Place, Set<Integer>> ends = new HashMap<>();
  private final Set<Integer> rules = new TreeSet<>();
  private final Set<Integer> tokenTypes = new TreeSet<>();

  private Expectations(List<Token> tokens, int end) {
    this.tokens = tokens;
    this.end = end;
  }

  /** What would have fitted at the offending token. */
  static Expectations at(Parse.Failure failure, List<Token> tokens) {
    Expectations found = new Expectations(tokens, failure.offending());
    Set<Integer> indexes = found.walk(GRAMMAR.states.get(failure.state()), Set.of(failure.start()));
    for (int invoking : failure.invokingStates()) {
      RuleTransition call = (RuleTransition) GRAMMAR.states.get(invoking).transition(0);
      indexes = found.walk(call.followState, indexes);
    }
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

  /** Goes from a state to the end of its rule; yields at which tokens that may be. */
  private Set<Integer> walk(ATNState from, Set<Integer> indexes) {
    Set<Integer> stops = new HashSet<>();
    Set<Place> seen = new HashSet<>();
    Deque<Place> open = new ArrayDeque<>();
    indexes.forEach(index -> open.push(new Place(from, index)));
    while (!open.isEmpty()) {
      Place place = open.pop();
      if (!seen.add(place)) {
        continue;
      }
      if (place.state instanceof RuleStopState) {
        stops.add(place.index);
        continue;
      }
      for (int i = 0; i < place.state.getNumberOfTransitions(); i++) {
        Transition transition = place.state.transition(i);
        for (int next : follow(transition, place.index)) {
          ATNState target =
              transition instanceof RuleTransition call ? call.followState : transition.target;
          open.push(new Place(target, next));
        }
      }
    }
    return stops;
  }

  /** At which tokens the parser may be after a transition taken at a token. */
  private Set<Integer> follow(Transition transition, int index) {
    if (transition instanceof RuleTransition call) {
      if (index == end && RuleNames.of(call.ruleIndex).isPresent()) {
        rules.add(call.ruleIndex);
        return Set.of();
      }
      return callRule((RuleStartState) call.target, index);
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

  private Set<Integer> callRule(RuleStartState rule, int index) {
    Place place = new Place(rule, index);
    Set<Integer> known = ends.get(place);
    if (known == null) {
      known = walk(rule, Set.of(index));
      ends.put(place, known);
    }
    return known;
  }

  private record Place(ATNState state, int index) {}
}
