package io.confluent.ksql.connect;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A server that is posted to. */
public final class Posts implements AutoCloseable {
  /** What was posted. */
  public record Post(String path, Map<String, List<String>> headers, String body) {}

  /** What is answered. */
  public record Answer(int status, String body, Map<String, String> headers) {
    /** Without headers. */
    public static Answer of(int status, String body) {
      return new Answer(status, body, Map.of());
    }
  }

  private final HttpServer server;
  private final List<Post> received = new CopyOnWriteArrayList<>();

  /** Answers each post. */
  public Posts(Function<Post, Answer> answers) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          Post post =
              new Post(
                  exchange.getRequestURI().getPath(),
                  Map.copyOf(exchange.getRequestHeaders()),
                  new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          received.add(post);
          Answer answer = answers.apply(post);
          answer.headers().forEach(exchange.getResponseHeaders()::set);
          byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
  }

  /** Its address. */
  public String url() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  /** In the order of arrival. */
  public List<Post> received() {
    return received;
  }

  /** The bodies of the posts. */
  public List<String> bodies() {
    return received.stream().map(Post::body).toList();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
