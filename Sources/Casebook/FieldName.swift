/// What a field is called: `deliveryValid` in case files, `delivery-valid` in the rule language.
public struct FieldName: Sendable {
  /// The key in case files.
  public let key: String

  /// The name in the rule language, which follows from the key; a judge never asks for it.
  public var name: String {
    var name: [UInt8] = []
    for byte in key.utf8 {
      let isUpper = UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte
      if isUpper { name.append(UInt8(ascii: "-")) }
      name.append(isUpper ? byte | 32 : byte)
    }
    return String(decoding: name, as: UTF8.self)
  }

  /// The key of a name in the rule language.
  static func key(ofName name: String) -> String {
    var key: [UInt8] = []
    var isAfterDash = false
    for byte in name.utf8 {
      let isLetter = UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte
      if byte == UInt8(ascii: "-") {
        isAfterDash = true
      } else {
        key.append(isAfterDash && isLetter ? byte & ~32 : byte)
        isAfterDash = false
      }
    }
    return String(decoding: key, as: UTF8.self)
  }
}
