/// A step of a path into a JSON value.
public enum JSONStep: Hashable, Sendable {
  /// A key of an object.
  case key(String)
  /// An index of a list, from 0.
  case index(Int)
}

/// A path of a variation leads nowhere.
public struct JSONPathFault: Error, Hashable, Sendable, CustomStringConvertible {
  /// The path, as written.
  public let path: String
  /// What is wrong with it and what to do.
  public let reason: String
  /// A fault of a path.
  public init(path: String, reason: String) {
    self.path = path
    self.reason = reason
  }

  /// The path and what is wrong with it.
  public var description: String { "\(path): \(reason)" }
}

extension JSONTree {
  /// The path that a variation of a case writes: the id of an event or claim, or `case`, `debtor`,
  /// `creditor`, `agency`, `lawyer`, `planned`, then keys (in camelCase or kebab-case) and indices,
  /// separated by points: `v.deadline`, `b.charges.0.amount`, `complete.letters`.
  ///
  /// Ids may hold points: the longest id that begins the path is taken.
  /// - Throws: when the path names no id of the case and begins with no key of it.
  public func path(_ written: String) throws(JSONPathFault) -> [JSONStep] {
    for (list, elements) in [("events", self["events"]), ("claims", self["claims"])] {
      let ids = (elements?.elements ?? []).enumerated().compactMap { index, element in
        element["id"]?.text.map { (index: index, id: $0) }
      }
      let fitting = ids.filter { written == $0.id || written.hasPrefix($0.id + ".") }
      if let longest = fitting.max(by: { $0.id.utf8.count < $1.id.utf8.count }) {
        let rest = written.dropFirst(longest.id.count)
        return [.key(list), .index(longest.index)] + Self.steps(rest)
      }
    }
    let steps = Self.steps(written[...])
    if steps.first == .key("case") { return Array(steps.dropFirst()) }
    if case .key(let key)? = steps.first, Self.rootKeys.contains(key) { return steps }
    throw JSONPathFault(
      path: written,
      reason: "no event or claim of the case has this id; begin with an id, `case`, `debtor`, "
        + "`creditor`, `agency`, `lawyer`, `planned` or a key of the case")
  }

  private static let rootKeys = Set(Vocabulary.standard.kinds[0].fields.map(\.key))

  private static func steps(_ written: Substring) -> [JSONStep] {
    written.split(separator: ".").map { step in
      Int(step).map { .index($0) } ?? .key(camelCase(step))
    }
  }

  /// `delivery-valid` as `deliveryValid`; extension keys stay as they are.
  private static func camelCase(_ name: Substring) -> String {
    if name.hasPrefix("x-") { return String(name) }
    let words = name.split(separator: "-")
    return words.dropFirst().reduce(String(words.first ?? "")) {
      $0 + $1.prefix(1).uppercased() + $1.dropFirst()
    }
  }

  /// Puts a value at a path; a key or list element that is not there is added at the end, with the
  /// objects that lead to it.
  /// - Throws: when a step leads into something that is no object or list.
  public mutating func set(_ value: JSONTree, at path: [JSONStep]) throws(JSONPathFault) {
    try change(at: path[...], whole: path) { $0 = value }
  }

  /// Removes the value at a path; a value that is not there stays away.
  /// - Throws: when a step leads into something that is no object or list.
  public mutating func remove(at path: [JSONStep]) throws(JSONPathFault) {
    try change(at: path[...], whole: path) { $0 = nil }
  }

  private mutating func change(
    at path: ArraySlice<JSONStep>, whole: [JSONStep], _ edit: (inout JSONTree?) -> Void
  ) throws(JSONPathFault) {
    guard let step = path.first else {
      var value: JSONTree? = self
      edit(&value)
      self = value ?? .null
      return
    }
    switch (step, self) {
    case (.key(let key), .object(var members)):
      let index = members.firstIndex { $0.key == key }
      let value = try Self.changed(index.map { members[$0].value }, path, whole, edit)
      Self.replace(&members, at: index, with: value.map { Member(key, $0) })
      self = .object(members)
    case (.index(let index), .array(var elements)) where index >= 0 && index <= elements.count:
      let present = index < elements.count
      let value = try Self.changed(present ? elements[index] : nil, path, whole, edit)
      Self.replace(&elements, at: present ? index : nil, with: value)
      self = .array(elements)
    default: throw Self.fault(step, whole)
    }
  }

  /// What a value becomes when the rest of the path is followed into it; nil removes it.
  private static func changed(
    _ value: JSONTree?, _ path: ArraySlice<JSONStep>, _ whole: [JSONStep],
    _ edit: (inout JSONTree?) -> Void
  ) throws(JSONPathFault) -> JSONTree? {
    var value = value
    let rest = path.dropFirst()
    guard let next = rest.first else {
      edit(&value)
      return value
    }
    if value == nil {
      var probe: JSONTree? = .null
      edit(&probe)
      if probe == nil { return nil }  // Nothing to remove where nothing is.
      if case .index = next { value = .array([]) } else { value = .object([]) }
    }
    try value?.change(at: rest, whole: whole, edit)
    return value
  }

  private static func replace<Element>(
    _ elements: inout [Element], at index: Int?, with value: Element?
  ) {
    switch (index, value) {
    case (let index?, let value?): elements[index] = value
    case (let index?, nil): elements.remove(at: index)
    case (nil, let value?): elements.append(value)
    case (nil, nil): break
    }
  }

  private static func fault(_ step: JSONStep, _ path: [JSONStep]) -> JSONPathFault {
    let written = path.map { step in
      switch step {
      case .key(let key): key
      case .index(let index): String(index)
      }
    }.joined(separator: ".")
    switch step {
    case .key(let key):
      return JSONPathFault(path: written, reason: "there is no object that could have \"\(key)\"")
    case .index(let index):
      return JSONPathFault(
        path: written, reason: "there is no list that could have element \(index)")
    }
  }
}
