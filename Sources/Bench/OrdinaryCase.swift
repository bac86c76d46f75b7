import Foundation

/// A case in the middle of its course: what a collector asks about every day, a letter that is next
/// and may be sent. An invented case is cut off before its betalingsoppfordring, which is planned.
struct OrdinaryCase {
  /// The case as JSON.
  let json: Data

  /// Cuts off the first of these cases, one a line, that has such a letter.
  /// - Throws: `Missing` when none has.
  init(cutFrom portfolio: Data) throws {
    for line in portfolio.split(separator: UInt8(ascii: "\n")) {
      guard var file = try JSONSerialization.jsonObject(with: line) as? [String: Any],
        let events = file["events"] as? [[String: Any]],
        let next = events.firstIndex(where: { $0["type"] as? String == Self.letter })
      else { continue }
      file["events"] = Array(events[..<next])
      file["planned"] = events[next]
      file["extracted"] = events[next]["date"]
      json = try JSONSerialization.data(withJSONObject: file, options: .sortedKeys)
      return
    }
    throw Missing()
  }

  /// No case of a portfolio has the letter.
  struct Missing: Error {}

  private static let letter = "betalingsoppfordring"
}
