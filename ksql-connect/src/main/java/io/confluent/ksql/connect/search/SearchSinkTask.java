package io.confluent.ksql.connect.search;

import io.confluent.ksql.connect.record.DeliveringTask;
import io.confluent.ksql.connect.record.HttpPost;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.sink.SinkRecord;

/**
 * Sends batches of records as bulk requests; what fails for a while is given again, and only that.
 */
public final class SearchSinkTask extends DeliveringTask<SearchSettings> {
  private SearchSettings settings;
  private List<URI> urls;
  private int node;
  private HttpPost http;
  private Documents documents;

  /** Made by a worker. */
  public SearchSinkTask() {
    super(SearchSettings.MALFORMED);
  }

  @Override
  protected SearchSettings settings(Map<String, String> config) {
    return new SearchSettings(config);
  }

  @Override
  protected void begin(SearchSettings given, String connector) {
    settings = given;
    urls = settings.urls();
    http = new HttpPost(settings, settings.headers());
    documents = new Documents(settings);
  }

  @Override
  public void put(Collection<SinkRecord> batch) {
    if (batch.isEmpty()) {
      return;
    }
    Attempt attempt = new Attempt();
    for (List<Document> request : requests(documentsOf(batch))) {
      send(request, attempt);
    }
    if (!attempt.remaining.isEmpty()) {
      throw redelivery().again(batch, attempt.remaining, attempt.why, attempt.wait);
    }
    redelivery().done();
  }

  /** What one call of put could not deliver. */
  private static final class Attempt {
    private final List<SinkRecord> remaining = new ArrayList<>();
    private String why = "";
    private Optional<Duration> wait = Optional.empty();

    void again(SinkRecord record, String reason) {
      remaining.add(record);
      why = reason;
    }
  }

  /**
   * Of several records about one document only the last: a retry of an earlier one would undo it.
   */
  private Collection<Document> documentsOf(Collection<SinkRecord> batch) {
    Map<String, Document> latest = new LinkedHashMap<>();
    for (SinkRecord record : redelivery().due(batch)) {
      try {
        documents
            .of(record)
            .ifPresent(
                document -> {
                  String name = document.index() + '/' + document.id();
                  latest.remove(name);
                  latest.put(name, document);
                });
      } catch (DataException e) {
        deadLetters().report(record, e.getMessage());
      }
    }
    return latest.values();
  }

  private List<List<Document>> requests(Collection<Document> all) {
    List<List<Document>> requests = new ArrayList<>();
    List<Document> current = new ArrayList<>();
    int size = 0;
    for (Document document : all) {
      boolean full =
          current.size() >= settings.getInt("batch.size")
              || size + document.lines().length() > settings.getInt("bulk.size.bytes");
      if (full && !current.isEmpty()) {
        requests.add(current);
        current = new ArrayList<>();
        size = 0;
      }
      current.add(document);
      size += document.lines().length();
    }
    if (!current.isEmpty()) {
      requests.add(current);
    }
    return requests;
  }

  private void send(List<Document> request, Attempt attempt) {
    StringBuilder body = new StringBuilder();
    request.forEach(document -> body.append(document.lines()));
    URI url = urls.get(node);
    HttpPost.Answer answer = http.post(url, "application/x-ndjson", body.toString(), Map.of());
    if (answer.worthAnotherTry()) {
      node = (node + 1) % urls.size();
      attempt.wait = answer.retryAfter();
      request.forEach(document -> attempt.again(document.record(), answer.inShort()));
    } else if (answer.status() == 400 || answer.status() == 413) {
      findRefused(request, answer, attempt);
    } else if (!answer.ok()) {
      throw new ConnectException(url + " refuses the documents: " + answer.inShort());
    } else {
      BulkAnswer.outcomes(answer.body(), request).forEach(outcome -> settle(outcome, attempt));
    }
  }

  /** One document, or their size, can have a node refuse a whole request without saying which. */
  private void findRefused(List<Document> request, HttpPost.Answer answer, Attempt attempt) {
    if (request.size() == 1) {
      refused(request.get(0), answer.inShort());
      return;
    }
    int half = request.size() / 2;
    send(request.subList(0, half), attempt);
    send(request.subList(half, request.size()), attempt);
  }

  private void settle(BulkAnswer.Outcome outcome, Attempt attempt) {
    switch (outcome.kind()) {
      case DONE -> {}
      case AGAIN -> attempt.again(outcome.document().record(), outcome.reason());
      case REFUSED -> refused(outcome.document(), outcome.reason());
    }
  }

  private void refused(Document document, String reason) {
    deadLetters().report(document.record(), "Index " + document.index() + " refuses it: " + reason);
  }
}
