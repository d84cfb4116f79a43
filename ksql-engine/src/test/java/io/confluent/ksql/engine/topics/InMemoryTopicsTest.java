package io.confluent.ksql.engine.topics;

final class InMemoryTopicsTest extends TopicsContract {
  private final InMemoryTopics topics = new InMemoryTopics();
  private int names;

  @Override
  protected Topics topics() {
    return topics;
  }

  @Override
  protected RecordWriter writer() {
    return topics;
  }

  @Override
  protected TopicTail.Opener tails() {
    return topics;
  }

  @Override
  protected String newName() {
    return "topic-" + names++;
  }
}
