/// A JSON file that is no case: read as strictly, with faults that say where they stand.
public struct JSONDocument: Sendable {
  /// The file, as the user named it.
  public let source: String
  /// Its value.
  public let tree: JSONTree
  private let text: JSONText

  /// Reads a whole text.
  /// - Throws: the first thing that is no JSON, or a key that stands twice in an object.
  public init(parsing bytes: [UInt8], source: String) throws(InputFault) {
    self.source = source
    text = JSONText(bytes)
    tree = try JSONTree(parsing: bytes, source: source)
  }

  /// The members of an object, by key.
  ///
  /// - Parameters:
  ///   - object: a part of the tree.
  ///   - path: where it stands.
  ///   - name: what it is, as messages say it: `a finding`.
  ///   - known: the keys that it may have; those that begin with `x-` may stand anywhere.
  ///   - required: the keys that it must have.
  /// - Returns: the values of the keys that stand there.
  /// - Throws: the first key that is not known, or is missing.
  public func members(
    of object: JSONTree, at path: [JSONStep], _ name: String, known: [String],
    required: [String] = []
  ) throws(InputFault) -> [String: JSONTree] {
    guard case .object(let members) = object else {
      throw fault(at: path, expected: "an object", hint: "write \(name) between braces")
    }
    var found: [String: JSONTree] = [:]
    for member in members where !member.key.hasPrefix("x-") {
      guard known.contains(member.key) else {
        throw unknown(member.key, at: path, name, known: known)
      }
      found[member.key] = member.value
    }
    for key in required where found[key] == nil {
      throw fault(at: path, found: "no \"\(key)\"", expected: "it in \(name)", hint: "add it")
    }
    return found
  }

  private func unknown(
    _ key: String, at path: [JSONStep], _ name: String, known: [String]
  ) -> InputFault {
    let near = nearestName(to: key, among: known).map { "did you mean \"\($0)\"?" }
    let few = known.count <= 9 ? "known are \(known.joined(separator: ", "))" : nil
    return fault(
      at: path + [.key(key)], isKey: true, expected: "a key of \(name)",
      hint: near ?? few ?? "remove it, or begin its name with x-")
  }

  /// Says that something is wrong with a part.
  ///
  /// - Parameters:
  ///   - path: where the part stands in the tree.
  ///   - isKey: whether the fault is the key that ends the path, not its value.
  ///   - found: what stands there, when that is more than the value.
  ///   - expected: what should stand there.
  ///   - hint: what to do about it.
  /// - Returns: the fault, with its place.
  public func fault(
    at path: [JSONStep], isKey: Bool = false, found: String? = nil, expected: String, hint: String
  ) -> InputFault {
    let offset = offset(of: path, isKey: isKey)
    let place = text.position(of: offset)
    return InputFault(
      file: source, line: place.line, column: place.column, path: text.pointer(at: offset),
      found: found ?? text.token(at: offset), expected: expected, hint: hint)
  }

  /// Line and column, both 1-based, of a part of the tree.
  public func position(of path: [JSONStep]) -> (line: Int, column: Int) {
    text.position(of: offset(of: path, isKey: false))
  }

  private func offset(of path: [JSONStep], isKey: Bool) -> Int {
    var at = text.bytes.firstIndex { !ASCII.isSpace($0) } ?? 0
    for (number, step) in path.enumerated() {
      switch step {
      case .key(let key):
        guard let member = text.member(key, ofObjectAt: at) else { return at }
        at = isKey && number == path.count - 1 ? member.key : member.value
      case .index(let index): at = text.element(index, ofListAt: at)
      }
    }
    return at
  }
}
