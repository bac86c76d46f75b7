import Foundation

/// A file below the folder of rules.
struct Document {
  /// Path below the folder, with `/`.
  let path: String
  /// The whole text, exactly.
  let text: String

  /// Every document below a folder at any depth, in byte order of the paths. Dotfiles are left out,
  /// and folders whose names begin with `x-`: they are no part of the set.
  /// a folder that is not there yet has no documents.
  static func all(below folder: URL) throws(Failure) -> [Document] {
    let paths = FileManager.default.subpaths(atPath: folder.path(percentEncoded: false)) ?? []
    var documents: [Document] = []
    for path in paths.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    where !path.split(separator: "/").contains(where: { $0.hasPrefix(".") || $0.hasPrefix("x-") }) {
      let file = folder.appending(path: path)
      if isFolder(file) { continue }
      documents.append(try Document(path: path, file: file))
    }
    return documents
  }

  /// Whether a path leads to a folder, through links as well.
  private static func isFolder(_ file: URL) -> Bool {
    let real = file.resolvingSymlinksInPath().path(percentEncoded: false)
    let attributes = try? FileManager.default.attributesOfItem(atPath: real)
    return attributes?[.type] as? FileAttributeType == .typeDirectory
  }

  private init(path: String, file: URL) throws(Failure) {
    let name = file.path(percentEncoded: false)
    guard path.hasSuffix(".md") else {
      throw Failure(
        "\(name):1:1: error: found a file that is no document; only .md files are embedded: "
          + "rename it, or move it out of the rules")
    }
    guard let bytes = try? Data(contentsOf: file) else {
      throw Failure("\(name):1:1: error: the file cannot be read; check its permissions")
    }
    self.path = path
    self.text = try Self.text(of: [UInt8](bytes), named: name)
  }

  /// The bytes as text, when a string literal can hold them unchanged.
  static func text(of bytes: [UInt8], named name: String) throws(Failure) -> String {
    if let offset = bytes.firstIndex(of: 13) {
      throw Failure(
        "\(name):\(place(of: offset, in: bytes)): error: found a carriage return; "
          + "save the file with LF line ends")
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Failure(
        "\(name):\(place(of: firstInvalidByte(in: bytes), in: bytes)): error: "
          + "found a byte that is not UTF-8; save the file as UTF-8")
    }
    if let index = text.unicodeScalars.firstIndex(where: \.properties.isNoncharacterCodePoint) {
      let offset = text.utf8.distance(from: text.startIndex, to: index)
      let code = String(text.unicodeScalars[index].value, radix: 16, uppercase: true)
      throw Failure(
        "\(name):\(place(of: offset, in: bytes)): error: found U+\(code), which Unicode keeps "
          + "from being a character and Swift from being in a literal; take it out")
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      throw Failure(
        "\(name):1:1: error: found a byte order mark; save the file as UTF-8 without it")
    }
    return text
  }

  /// Line and column, from 1, in bytes as compilers count.
  private static func place(of offset: Int, in bytes: [UInt8]) -> String {
    let before = bytes[..<offset]
    let start = before.lastIndex(of: 10).map { $0 + 1 } ?? 0
    return "\(before.count { $0 == 10 } + 1):\(offset - start + 1)"
  }

  /// Offset of the first byte that no valid UTF-8 sequence explains.
  private static func firstInvalidByte(in bytes: [UInt8]) -> Int {
    var decoder = UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    var offset = 0
    while case .valid(let scalar) = decoder.parseScalar(from: &iterator) { offset += scalar.count }
    return offset
  }
}
