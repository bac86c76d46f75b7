import Audit
import Rulebook

extension FindingsFormat {
  /// One line of how a verdict came about.
  ///
  /// Nine bytes of ten in a report are lines of traces, so they are written without going from key
  /// to key; a test holds the two ways against each other.
  static let traceLine = Shape<TraceLine>(
    traceLineByKeys.schema,
    append: { line, _, writer in
      writer.openObject()
      writer.key(written: TraceKeys.depth)
      writer.append(whole: Int64(line.depth))
      writer.key(written: TraceKeys.text)
      writer.append(line.text)
      if let worked = line.worked {
        writer.key(written: TraceKeys.worked)
        writer.append(worked)
      }
      if let value = line.value {
        writer.key(written: TraceKeys.value)
        writer.append(shown: value)
      }
      if let source = line.source {
        writer.key(written: TraceKeys.source)
        writer.append(source)
      }
      if line.isAssumption {
        writer.key(written: TraceKeys.assumption)
        writer.append(.flag(true))
      }
      writer.closeObject()
    })

  /// The same, key by key.
  static let traceLineByKeys = Shape<TraceLine>.object(
    "traceLine", "One line of how a verdict came about; deeper lines say where a value came from.",
    [
      .always("depth", "How deep the line stands.", .count) { line, _ in line.depth },
      .always("text", "What was computed, in the words of the rule.", .text) { line, _ in
        line.text
      },
      .sometimes("worked", "With days and numbers filled in.", .text) { line, _ in line.worked },
      .sometimes("value", "What it gave.", .shown) { line, _ in line.value },
      .sometimes("source", "Path in the case, or line of the rules.", .text) { line, _ in
        line.source
      },
      .sometimes("assumption", "True where the value is assumed.", .flag) { line, _ in
        line.isAssumption ? true : nil
      },
    ])
}

/// The keys of a line of a trace, as they stand in their quotes.
private enum TraceKeys {
  static let depth = JSONValue.string("depth").bytes
  static let text = JSONValue.string("text").bytes
  static let worked = JSONValue.string("worked").bytes
  static let value = JSONValue.string("value").bytes
  static let source = JSONValue.string("source").bytes
  static let assumption = JSONValue.string("assumption").bytes
}
