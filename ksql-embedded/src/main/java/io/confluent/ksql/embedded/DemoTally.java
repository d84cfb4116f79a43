package io.confluent.ksql.embedded;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What the demo has seen so far; told by the threads that follow the streams. */
final class DemoTally {
  private final List<String> notScorable = new ArrayList<>();
  private int scored;
  private int alerts;
  private int deviceAlerts;
  private RuntimeException failure;

  synchronized void scored() {
    scored++;
    notifyAll();
  }

  synchronized void notScorable(String id) {
    notScorable.add(id);
    notifyAll();
  }

  synchronized void alert() {
    alerts++;
    notifyAll();
  }

  synchronized void deviceAlert() {
    deviceAlerts++;
    notifyAll();
  }

  synchronized void failed(RuntimeException e) {
    failure = e;
    notifyAll();
  }

  synchronized int scoredCount() {
    return scored;
  }

  synchronized int alertCount() {
    return alerts;
  }

  synchronized int deviceAlertCount() {
    return deviceAlerts;
  }

  synchronized List<String> notScorableIds() {
    return List.copyOf(notScorable);
  }

  /** Waits until that many messages are scored or found not to be; false if it takes longer. */
  synchronized boolean awaitMessages(int count, Duration timeout) throws InterruptedException {
    long end = System.nanoTime() + timeout.toNanos();
    while (scored + notScorable.size() < count && waitUntil(end)) {}
    return scored + notScorable.size() >= count;
  }

  /** Waits until that many alerts were seen; false if it takes longer. */
  synchronized boolean awaitAlerts(long count, Duration timeout) throws InterruptedException {
    long end = System.nanoTime() + timeout.toNanos();
    while (alerts < count && waitUntil(end)) {}
    return alerts >= count;
  }

  /** Waits until devices were told of that many alerts; false if it takes longer. */
  synchronized boolean awaitDeviceAlerts(long count, Duration timeout) throws InterruptedException {
    long end = System.nanoTime() + timeout.toNanos();
    while (deviceAlerts < count && waitUntil(end)) {}
    return deviceAlerts >= count;
  }

  private boolean waitUntil(long end) throws InterruptedException {
    if (failure != null) {
      throw failure;
    }
    long left = (end - System.nanoTime()) / 1_000_000;
    if (left <= 0) {
      return false;
    }
    wait(left);
    return true;
  }
}
