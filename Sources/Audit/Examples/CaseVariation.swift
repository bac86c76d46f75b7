import Foundation
import Casebook

struct CaseVariation {
  var root: Any
  init(_ bytes: [UInt8], source: String) throws {
    root = try JSONSerialization.jsonObject(with: Data(bytes))
  }
  struct Bad: Error, CustomStringConvertible { let description: String }
  var bytes: [UInt8] { Array(text(root).utf8) }
  func text(_ v: Any) -> String {
    switch v {
    case let d as [String: Any]:
      "{" + d.keys.sorted().map { "\"\($0)\":" + text(d[$0] as Any) }.joined(separator: ",") + "}"
    case let a as [Any]: "[" + a.map { text($0) }.joined(separator: ",") + "]"
    case let s as String:
      "\""
        + s.replacingOccurrences(of: "\\", with: "\\\\").replacingOccurrences(
          of: "\"", with: "\\\"") + "\""
    case let n as NSNumber:
      if unsafe (n.objCType.pointee == 99) {
        n.boolValue ? "true" : "false"
      } else if n.doubleValue == n.doubleValue.rounded() {
        "\(n.int64Value)"
      } else {
        "\(n.doubleValue)"
      }
    default: "null"
    }
  }
  mutating func apply(_ change: String) throws {
    if change.hasSuffix(" removed") {
      let id = String(change.dropLast(8))
      try edit([id], nil); return
    }
    if change.hasSuffix(" unknown") {
      try edit(change.dropLast(8).split(separator: ".").map(String.init), nil); return
    }
    let sides = change.split(separator: "=", maxSplits: 1).map {
      $0.trimmingCharacters(in: .whitespaces)
    }
    guard sides.count == 2 else { throw Bad(description: "cannot read change \(change)") }
    try edit(sides[0].split(separator: ".").map(String.init), value(sides[1]))
  }
  func value(_ t: String) -> Any {
    if t.hasPrefix("[") {
      return t.dropFirst().dropLast().split(separator: ",").map {
        value($0.trimmingCharacters(in: .whitespaces))
      }
    }
    if t == "true" { return true }
    if t == "false" { return false }
    if t.first == "\"" { return String(t.dropFirst().dropLast()) }
    if t.first == "{" { return (try? JSONSerialization.jsonObject(with: Data(t.utf8))) ?? t }
    if let n = Int(t) { return n }
    if let d = Double(t), t.first!.isNumber { return d }
    return t
  }
  mutating func edit(_ path: [String], _ v: Any?) throws {
    guard var top = root as? [String: Any] else { return }
    var full: [String] = path
    if path[0] == "case" {
      full = Array(path.dropFirst())
    } else if top[path[0]] == nil,
      !["debtor", "creditor", "agency", "lawyer", "complete", "choices"].contains(path[0])
    {
      var found = false
      for list in ["events", "claims"] {
        if let i = (top[list] as? [[String: Any]])?.firstIndex(where: {
          $0["id"] as? String == path[0]
        }) {
          full = [list, "\(i)"] + path.dropFirst(); found = true; break
        }
      }
      if !found { throw Bad(description: "no \(path[0])") }
    }
    top = set(top, full[...], v) as! [String: Any]
    root = top
  }
  func set(_ node: Any, _ path: ArraySlice<String>, _ v: Any?) -> Any {
    let key = path.first!
    if var list = node as? [Any], let i = Int(key) {
      if path.count == 1 {
        if let v {
          if i < list.count { list[i] = v } else { list.append(v) }
        } else {
          list.remove(at: i)
        }
      } else {
        list[i] = set(list[i], path.dropFirst(), v)
      }
      return list
    }
    var d = node as? [String: Any] ?? [:]
    if path.count == 1 {
      d[key] = v
    } else {
      d[key] = set(d[key] ?? [String: Any](), path.dropFirst(), v)
    }
    return d
  }
}
