import Audit

/// Where a result stands: the line of the file on which its case begins, and within the case.
enum SARIFLocation {
  /// The name of the folder that relative paths start from; what GitHub calls it.
  static let base = "%SRCROOT%"

  /// The location of an event of a case, or of the case itself.
  static func value(
    _ report: CaseReport, path: String, id: Int? = nil, message: String? = nil
  ) -> JSONValue {
    var members: [(key: String, value: JSONValue)] = []
    if let id { members.append(("id", .whole(Int64(id)))) }
    if let place = physical(file: report.source, line: report.line) {
      members.append(("physicalLocation", place))
    }
    members.append(("logicalLocations", .list([.object(logical(report.id, path))])))
    if let message { members.append(("message", SARIFReport.message(message))) }
    return .object(members)
  }

  /// The case by its number, and what is in it by its JSON pointer.
  private static func logical(
    _ caseID: String, _ path: String
  ) -> [(key: String, value: JSONValue)] {
    let isCase = path.isEmpty || path == "/"
    return [
      ("name", .string(isCase ? caseID : path)),
      ("fullyQualifiedName", .string(isCase ? caseID : caseID + path)),
      ("kind", .string("object")),
    ]
  }

  /// A place in a file; nil for standard input, which nobody can open again.
  static func physical(file: String, line: Int?, column: Int? = nil) -> JSONValue? {
    guard file != "-" else { return nil }
    var members = [(key: "artifactLocation", value: JSONValue.object(artifact(file)))]
    if let line {
      var region = [(key: "startLine", value: JSONValue.whole(Int64(line)))]
      if let column { region.append(("startColumn", .whole(Int64(column)))) }
      members.append(("region", .object(region)))
    }
    return .object(members)
  }

  /// A path as a URI: relative to the folder of the run, or absolute.
  private static func artifact(_ file: String) -> [(key: String, value: JSONValue)] {
    if file.utf8.first == UInt8(ascii: "/") {
      return [("uri", .string("file://" + uri(file)))]
    }
    var parts = file.split(separator: "/").map(String.init)
    parts.removeAll { $0 == "." }
    let path = uri(parts.joined(separator: "/"))
    return parts.first == ".."
      ? [("uri", .string(path))] : [("uri", .string(path)), ("uriBaseId", .string(base))]
  }

  /// The path with every byte that a URI does not take as it is written by its number (RFC 3986).
  static func uri(_ path: String) -> String {
    var uri = ""
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
        uri.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        uri += "%" + (digits.utf8.count == 1 ? "0" : "") + digits
      }
    }
    return uri
  }
}
